package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.InvalidModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Moves a registry's aliases, under its lock, and notes each move in the history. */
final class Promotions {

    private final RegistryFolders folders;
    private final Versions versions;
    private final Clock clock;

    Promotions(RegistryFolders folders, Versions versions, Clock clock) {
        this.folders = folders;
        this.versions = versions;
        this.clock = clock;
    }

    boolean promote(String name, Alias alias, int version) {
        versions.requirePromotable(name, version);
        try (RegistryLock held = RegistryLock.of(folders.root())) {
            int previous = standing(name, alias);
            if (alias == Alias.CHALLENGER && standing(name, Alias.CHAMPION) == version) {
                throw new InvalidModelException(
                        name + " version " + version + " is the champion, it cannot challenge it");
            }
            if (previous == version) {
                return false;
            }
            move(name, RegistryEvent.promoted(clock.instant(), alias, version, previous));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot promote " + name + " version " + version + " in " + folders.root(), e);
        }
    }

    int rollback(String name) {
        try (RegistryLock held = RegistryLock.of(folders.root())) {
            int champion = standing(name, Alias.CHAMPION);
            int before = championBefore(name, champion);
            versions.requirePromotable(name, before);
            move(name, RegistryEvent.rolledBack(clock.instant(), before, champion));
            return before;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot roll back " + name + " in " + folders.root(), e);
        }
    }

    /** The alias first: a move that was not noted is known by the next one's previous version. */
    private void move(String name, RegistryEvent event) throws IOException {
        AliasFiles aliases = folders.aliases(name);
        aliases.move(event.alias(), event.version());
        folders.history(name).append(event);
        if (standing(name, Alias.CHAMPION) == standing(name, Alias.CHALLENGER)) {
            aliases.remove(Alias.CHALLENGER);
        }
    }

    private int standing(String name, Alias alias) {
        return folders.aliases(name).version(alias).orElse(0);
    }

    private int championBefore(String name, int champion) {
        if (champion == 0) {
            throw new InvalidModelException(name + " has no champion to roll back");
        }
        return folders.history(name)
                .championBefore(champion)
                .orElseThrow(
                        () ->
                                new InvalidModelException(
                                        "no champion of "
                                                + name
                                                + " is known before version "
                                                + champion));
    }
}
