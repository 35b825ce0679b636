package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.SiteClasses;
import io.fueloptimine.models.fuel.XgboostModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Models as files: {@code <root>/models/<name>/version-N/} holds a version's forests, metadata and
 * attachments, {@code <root>/models/<name>/aliases/} the numbers of the champion and the
 * challenger, {@code <root>/history/<name>.jsonl} when each came to be. Versions are never changed
 * once written; an alias moves in one atomic step, so a reader sees the old version or the new one.
 *
 * <p>Thread-safe, and several processes may share a registry: whoever alters it holds its lock, the
 * others wait. Readers never wait.
 */
public final class ModelRegistry {

    /** The model of one-minute fuel windows. */
    public static final String FUEL_WINDOW = "fuel-window";

    /** The model of haul cycles. */
    public static final String FUEL_CYCLE = "fuel-cycle";

    private final RegistryFolders folders;
    private final RegisteredVersions versions;
    private final Promotions promotions;
    private final SiteClasses sites;
    private final Clock clock;

    /** A registry whose models use the figures of the classes they were trained on. */
    public ModelRegistry(Path root) {
        this(root, MachineClasses.NONE);
    }

    /**
     * A registry for one mine.
     *
     * @param site the mine's classes, whose figures hold over those of the training data
     */
    public ModelRegistry(Path root, MachineClasses site) {
        this(root, SiteClasses.everywhere(site), Clock.systemUTC());
    }

    /**
     * A registry for several mines.
     *
     * @param sites the mines' classes, whose figures replace those of the training data
     */
    public ModelRegistry(Path root, SiteClasses sites) {
        this(root, sites, Clock.systemUTC());
    }

    /**
     * A registry for one mine that dates its history by a clock.
     *
     * @param site the mine's classes, whose figures hold over those of the training data
     */
    public ModelRegistry(Path root, MachineClasses site, Clock clock) {
        this(root, SiteClasses.everywhere(site), clock);
    }

    private ModelRegistry(Path root, SiteClasses sites, Clock clock) {
        this.folders = new RegistryFolders(root);
        this.versions = new RegisteredVersions(folders);
        this.promotions = new Promotions(folders, versions, clock);
        this.sites = sites;
        this.clock = clock;
    }

    /** The names under which models are registered, in alphabetical order. */
    public List<String> names() {
        return folders.names();
    }

    /** The numbers of a model's versions, ascending. */
    public List<Integer> versions(String name) {
        return folders.versions(name);
    }

    /** The highest version number; 0 when nothing is registered under the name. */
    public int latestVersion(String name) {
        List<Integer> all = versions(name);
        return all.isEmpty() ? 0 : all.get(all.size() - 1);
    }

    /** The window model that scores now; empty when none was promoted yet. */
    public Optional<FuelModel> champion(String name) {
        OptionalInt version = championVersion(name);
        return version.isPresent() ? Optional.of(load(name, version.getAsInt())) : Optional.empty();
    }

    /** The number of the version that scores now; empty when none was promoted yet. */
    public OptionalInt championVersion(String name) {
        return version(name, Alias.CHAMPION);
    }

    /** The number of the version that an alias points at; empty when it points at none. */
    public OptionalInt version(String name, Alias alias) {
        return folders.aliases(name).version(alias);
    }

    /**
     * One version of the window model, ready to score.
     *
     * @throws InvalidModelException when it is missing, broken or of another feature schema
     */
    public FuelModel load(String name, int version) {
        RegisteredModel model = versions.windowModel(name, version);
        return new XgboostModel(
                name,
                Integer.toString(version),
                model.forests(),
                model.metadata().classes(),
                sites);
    }

    /**
     * One version of any model, with its metadata.
     *
     * @throws InvalidModelException when it is missing or broken
     */
    public RegisteredModel model(String name, int version) {
        return versions.model(name, version);
    }

    /**
     * What is known of one version.
     *
     * @throws InvalidModelException when it is missing or cannot be read
     */
    public ModelMetadata metadata(String name, int version) {
        return versions.metadata(name, version);
    }

    /** A version's files by their paths in its folder, with their sizes in bytes. */
    public SortedMap<String, Long> files(String name, int version) {
        return versions.folder(name, version).sizes();
    }

    /** What happened to a model's versions, the oldest first. */
    public List<RegistryEvent> history(String name) {
        return folders.history(name).read();
    }

    /**
     * Files a model under the next number; it does not score before it is promoted.
     *
     * @return its number
     * @throws InvalidModelException when it could not be loaded again; nothing is filed then
     */
    public int register(ModelDraft draft) {
        String name = draft.metadata().name();
        try (RegistryLock held = RegistryLock.of(folders.root())) {
            int version = latestVersion(name) + 1;
            file(draft, version);
            folders.history(name).append(RegistryEvent.registered(clock.instant(), version));
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot register a " + name + " in " + folders.root(), e);
        }
    }

    /** Makes a version the champion, as {@link #promote(String, Alias, int)} does. */
    public boolean promote(String name, int version) {
        return promote(name, Alias.CHAMPION, version);
    }

    /**
     * Points an alias at a version. A challenger that becomes champion challenges no more.
     *
     * @return false when the alias pointed there already
     * @throws InvalidModelException when the version cannot be loaded, when a file of it is not the
     *     one registered, when a forest has no parity proof, or when the champion is to challenge
     *     itself; the alias stays where it was
     */
    public boolean promote(String name, Alias alias, int version) {
        return promotions.promote(name, alias, version, OptionalInt.empty());
    }

    /**
     * Points an alias at a version, as {@link #promote(String, Alias, int)} does, but only while
     * the champion is the one that the version was compared with: looked at under the lock, so that
     * nobody's promotion or rollback in between is overruled.
     *
     * @param compared the number of that champion; 0 where there was none
     * @throws ChampionChangedException when another version scores now; the alias stays where it
     *     was
     */
    public boolean promoteOver(int compared, String name, Alias alias, int version) {
        return promotions.promote(name, alias, version, OptionalInt.of(compared));
    }

    /**
     * Makes the champion before the present one the champion again; repeated, the one before that.
     *
     * @return its number
     * @throws InvalidModelException when none is known, or when it cannot be promoted; the champion
     *     stays what it was
     */
    public int rollback(String name) {
        return promotions.rollback(name);
    }

    private void file(ModelDraft model, int version) throws IOException {
        String name = model.metadata().name();
        VersionFolder draft = new VersionFolder(folders.draft(name, version));
        try {
            draft.delete();
            draft.write(model, version);
            draft.load(draft.metadata());
            Files.move(
                    folders.draft(name, version),
                    folders.version(name, version),
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            draft.delete();
        }
    }
}
