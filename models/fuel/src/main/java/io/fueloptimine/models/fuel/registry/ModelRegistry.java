package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.MachineClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Models as files: {@code <root>/models/<name>/version-N/} holds {@code model.json} and {@code
 * metadata.json}, {@code <root>/models/<name>/aliases/champion} the number of the version that
 * scores. Versions are never changed once written; promoting moves the alias in one atomic step, so
 * a reader sees the old champion or the new one. Rolling back is promoting an older version.
 *
 * <p>Thread-safe; several processes may share a registry as long as one of them registers.
 */
public final class ModelRegistry {

    private static final String CHAMPION = "champion";
    private static final String VERSION_PREFIX = "version-";

    private final Path root;
    private final MachineClasses site;

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
        this.root = root;
        this.site = site;
    }

    /** The model that scores now; empty when none was promoted yet. */
    public Optional<FuelModel> champion(String name) {
        OptionalInt version = championVersion(name);
        return version.isPresent() ? Optional.of(load(name, version.getAsInt())) : Optional.empty();
    }

    /** The number of the version that scores now; empty when none was promoted yet. */
    public OptionalInt championVersion(String name) {
        Path alias = aliasOf(name);
        if (!Files.exists(alias)) {
            return OptionalInt.empty();
        }
        String text = readText(alias).strip();
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new InvalidModelException(
                    "champion file " + alias + " says '" + text + "', expected a version number");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /**
     * One version, ready to score.
     *
     * @throws InvalidModelException when it is missing, broken or of another feature schema
     */
    public FuelModel load(String name, int version) {
        ModelMetadata metadata = metadata(name, version);
        return ModelFiles.model(directoryOf(name, version), metadata, site);
    }

    /** What is known of one version. */
    public ModelMetadata metadata(String name, int version) {
        Path directory = directoryOf(name, version);
        if (!Files.isDirectory(directory)) {
            throw new InvalidModelException(
                    "model " + name + " has no version " + version + " in " + root);
        }
        return ModelFiles.metadata(directory);
    }

    /** The highest version number; 0 when nothing is registered under the name. */
    public int latestVersion(String name) {
        Path directory = directoryOf(name);
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(entry -> entry.matches(VERSION_PREFIX + "[1-9][0-9]{0,8}"))
                    .mapToInt(entry -> Integer.parseInt(entry.substring(VERSION_PREFIX.length())))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    /**
     * Files a model under the next number; it does not score before it is promoted.
     *
     * @param modelJson XGBoost's JSON
     * @param metadata where it comes from; its number and checksum are filled in here
     * @return its number
     * @throws InvalidModelException when the model could not be loaded again; nothing is filed then
     */
    public synchronized int register(byte[] modelJson, ModelMetadata metadata) {
        int version = latestVersion(metadata.name()) + 1;
        Path target = directoryOf(metadata.name(), version);
        Path draft = target.resolveSibling(".draft-" + version);
        try {
            ModelFiles.delete(draft);
            ModelMetadata filed = ModelFiles.write(draft, modelJson, metadata, version);
            ModelFiles.model(draft, filed, site);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot register a model in " + target, e);
        } finally {
            ModelFiles.delete(draft);
        }
        return version;
    }

    /**
     * Makes a version the champion, after loading it once.
     *
     * @throws InvalidModelException when it cannot be loaded; the champion stays what it was
     */
    public synchronized void promote(String name, int version) {
        load(name, version);
        Path alias = aliasOf(name);
        Path draft = alias.resolveSibling(".champion-draft");
        try {
            Files.createDirectories(alias.getParent());
            Files.writeString(draft, version + "\n");
            Files.move(draft, alias, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot promote version " + version + " in " + alias, e);
        }
    }

    private Path directoryOf(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new InvalidModelException(
                    "model name '" + name + "': expected lower-case letters, digits and dashes");
        }
        return root.resolve("models").resolve(name);
    }

    private Path directoryOf(String name, int version) {
        return directoryOf(name).resolve(VERSION_PREFIX + version);
    }

    private Path aliasOf(String name) {
        return directoryOf(name).resolve("aliases").resolve(CHAMPION);
    }

    private static String readText(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
