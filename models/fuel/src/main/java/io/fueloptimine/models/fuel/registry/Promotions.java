package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.InvalidModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.OptionalInt;

/** Moves a registry's aliases, under its lock, and notes each move in the history. */
final class Promotions {

    private final RegistryFolders folders;
    private final RegisteredVersions versions;
    private final Clock clock;

    Promotions(RegistryFolders folders, RegisteredVersions versions, Clock clock) {
        this.folders = folders;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * Points an alias at a version.
     *
     * @param compared the champion that must still stand, 0 for none; empty when any may
     */
    boolean promote(String name, Alias alias, int version, OptionalInt compared) {
        versions.requirePromotable(name, version);
        if (alias == Alias.CHAMPION) {
            versions.requireBaselinesBeaten(name, version);
        }
        try (RegistryLock held = RegistryLock.of(folders.root())) {
            requireStanding(name, compared);
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
            versions.requireBaselinesBeaten(name, before);
            move(name, RegistryEvent.rolledBack(clock.instant(), before, champion));
            return before;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot roll back " + name + " in " + folders.root(), e);
        }
    }

    /**
     * The alias first: a move that a sudden end left unnoted is known by the next one's previous
     * version. One that cannot be noted is taken back, or what is told as failed would have
     * happened.
     */
    private void move(String name, RegistryEvent event) throws IOException {
        AliasFiles aliases = folders.aliases(name);
        aliases.move(event.alias(), event.version());
        try {
            folders.history(name).append(event);
        } catch (IOException e) {
            takeBack(aliases, event, e);
            throw e;
        }
        if (standing(name, Alias.CHAMPION) == standing(name, Alias.CHALLENGER)) {
            aliases.remove(Alias.CHALLENGER);
        }
    }

    private static void takeBack(AliasFiles aliases, RegistryEvent event, IOException cause) {
        try {
            if (event.previous() == 0) {
                aliases.remove(event.alias());
            } else {
                aliases.move(event.alias(), event.previous());
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void requireStanding(String name, OptionalInt compared) {
        int champion = standing(name, Alias.CHAMPION);
        if (compared.isPresent() && compared.getAsInt() != champion) {
            throw new ChampionChangedException(name, compared.getAsInt(), champion);
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
