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
 * Stores models as files. {@code <root>/models/<name>/version-N/} contains a version's forests,
 * metadata and attachments. {@code <root>/models/<name>/aliases/} contains the version numbers of
 * the champion and the challenger. {@code <root>/history/<name>.jsonl} contains the history of
 * registrations and promotions. A written version never changes. An alias is replaced atomically,
 * so that a reader reads either the old or the new version number.
 *
 * <p>Thread-safe. Several processes can share a registry: changes are serialised by a lock file;
 * readers never wait.
 */
public final class ModelRegistry {

    /** The name of the model that predicts the litres of one-minute fuel windows. */
    public static final String FUEL_WINDOW = "fuel-window";

    /** The name of the model that predicts the litres of haul cycles. */
    public static final String FUEL_CYCLE = "fuel-cycle";

    private final RegistryFolders folders;
    private final RegisteredVersions versions;
    private final Promotions promotions;
    private final SiteClasses sites;
    private final Clock clock;

    /** Opens a registry whose models use the machine classes of their training data. */
    public ModelRegistry(Path root) {
        this(root, MachineClasses.NONE);
    }

    /**
     * Opens a registry for one mine.
     *
     * @param site the classes of the mine, which take precedence over those of the training data
     */
    public ModelRegistry(Path root, MachineClasses site) {
        this(root, SiteClasses.everywhere(site), Clock.systemUTC());
    }

    /**
     * Opens a registry for several mines.
     *
     * @param sites the mines' classes, which take precedence over those of the training data
     */
    public ModelRegistry(Path root, SiteClasses sites) {
        this(root, sites, Clock.systemUTC());
    }

    /**
     * Opens a registry for one mine. The clock supplies the times of events in the history.
     *
     * @param site the classes of the mine, which take precedence over those of the training data
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

    /** The names of the registered models, in alphabetical order. */
    public List<String> names() {
        return folders.names();
    }

    /** The version numbers of a model, ascending. */
    public List<Integer> versions(String name) {
        return folders.versions(name);
    }

    /** The highest version number; 0 when there is no version. */
    public int latestVersion(String name) {
        List<Integer> all = versions(name);
        return all.isEmpty() ? 0 : all.get(all.size() - 1);
    }

    /** The champion of the window model; empty when there is none. */
    public Optional<FuelModel> champion(String name) {
        OptionalInt version = championVersion(name);
        return version.isPresent() ? Optional.of(load(name, version.getAsInt())) : Optional.empty();
    }

    /** The version number of the champion; empty when there is none. */
    public OptionalInt championVersion(String name) {
        return version(name, Alias.CHAMPION);
    }

    /** The version number of an alias; empty when it is not set. */
    public OptionalInt version(String name, Alias alias) {
        return folders.aliases(name).version(alias);
    }

    /**
     * Loads one version of the window model for scoring.
     *
     * @throws InvalidModelException when the version is missing, broken or of another feature
     *     schema
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
     * Loads one version of any model, with its metadata.
     *
     * @throws InvalidModelException when the version is missing or broken
     */
    public RegisteredModel model(String name, int version) {
        return versions.model(name, version);
    }

    /**
     * The metadata of one version.
     *
     * @throws InvalidModelException when the metadata are missing or cannot be read
     */
    public ModelMetadata metadata(String name, int version) {
        return versions.metadata(name, version);
    }

    /**
     * The size in bytes of each file of a version, by the path of the file in the version's folder.
     */
    public SortedMap<String, Long> files(String name, int version) {
        return versions.folder(name, version).sizes();
    }

    /**
     * The history of a model's versions, the oldest event first. A line that cannot be read as an
     * event is logged and left out.
     */
    public List<RegistryEvent> history(String name) {
        return folders.history(name).readable();
    }

    /**
     * Registers a model under the next version number. The new version is not used for scoring
     * before it is promoted.
     *
     * @return the version number
     * @throws InvalidModelException when the written files cannot be loaded; nothing is registered
     *     then
     */
    public int register(ModelDraft draft) {
        String name = draft.metadata().name();
        try (RegistryLock held = RegistryLock.of(folders.root())) {
            int version = latestVersion(name) + 1;
            write(draft, version);
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
     * Points an alias at a version. When the challenger's version becomes champion, the challenger
     * alias is removed.
     *
     * @return false when the alias already points at the version
     * @throws InvalidModelException when the version cannot be loaded, a file differs from the
     *     registered one, a forest has no parity proof, a new champion is not better than every
     *     baseline on its own test, or a new challenger is the champion; the alias is not changed
     */
    public boolean promote(String name, Alias alias, int version) {
        return promotions.promote(name, alias, version, OptionalInt.empty());
    }

    /**
     * Points an alias at a version, as {@link #promote(String, Alias, int)} does, but only if the
     * champion is still the version with which the new version was compared. The check holds the
     * registry's lock, so that a promotion or rollback since the comparison is not overwritten.
     *
     * @param compared the version number of the champion in the comparison; 0 for none
     * @throws ChampionChangedException when the champion has changed; the alias is not changed
     */
    public boolean promoteOver(int compared, String name, Alias alias, int version) {
        return promotions.promote(name, alias, version, OptionalInt.of(compared));
    }

    /**
     * Makes the previous champion the champion again. Each further call goes back by one more
     * champion.
     *
     * @return the version number of the new champion
     * @throws InvalidModelException when there is no previous champion, or the previous champion
     *     cannot be promoted; the champion is not changed
     */
    public int rollback(String name) {
        return promotions.rollback(name);
    }

    private void write(ModelDraft model, int version) throws IOException {
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
