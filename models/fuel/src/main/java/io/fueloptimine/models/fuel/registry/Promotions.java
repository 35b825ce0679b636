package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.InvalidModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.OptionalInt;

/** Changes the aliases of a registry under its lock and records each change in the history. */
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
     * @param compared the required version number of the present champion, 0 for none; empty for no
     *     requirement
     */
    boolean promote(String name, Alias alias, int version, OptionalInt compared) {
        versions.requirePromotable(name, version);
        if (alias == Alias.CHAMPION) {
            versions.requireBaselinesBeaten(name, version);
        }
        try (RegistryLock held = RegistryLock.of(folders.root())) {
            requireChampion(name, compared);
            int previous = versionOf(name, alias);
            if (alias == Alias.CHALLENGER && versionOf(name, Alias.CHAMPION) == version) {
                throw new InvalidModelException(
                        name
                                + " version "
                                + version
                                + " is the champion, so it cannot be the challenger");
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
            int champion = versionOf(name, Alias.CHAMPION);
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
     * Changes the alias, then adds the event to the history. If the process ends between the two
     * steps, the missing event is recovered later, because the next event names the previous
     * version. If the event cannot be written, the alias is reset, so that a failed call has no
     * effect.
     */
    private void move(String name, RegistryEvent event) throws IOException {
        AliasFiles aliases = folders.aliases(name);
        aliases.move(event.alias(), event.version());
        try {
            folders.history(name).append(event);
        } catch (IOException e) {
            undo(aliases, event, e);
            throw e;
        }
        if (versionOf(name, Alias.CHAMPION) == versionOf(name, Alias.CHALLENGER)) {
            aliases.remove(Alias.CHALLENGER);
        }
    }

    private static void undo(AliasFiles aliases, RegistryEvent event, IOException cause) {
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

    private void requireChampion(String name, OptionalInt compared) {
        int champion = versionOf(name, Alias.CHAMPION);
        if (compared.isPresent() && compared.getAsInt() != champion) {
            throw new ChampionChangedException(name, compared.getAsInt(), champion);
        }
    }

    private int versionOf(String name, Alias alias) {
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
