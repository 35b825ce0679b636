package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.FuelForests;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.trees.XgboostFile;
import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.mine.input.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the files of one model version, and reads and checks them. */
final class VersionFolder {

    private static final String METADATA = "metadata.json";

    /** File names that an attachment must not have. */
    static final Set<String> OWN_FILES =
            Set.of(METADATA, ForestFiles.EXPECTED, ForestFiles.LOW, ForestFiles.HIGH);

    private final Path directory;

    VersionFolder(Path directory) {
        this.directory = directory;
    }

    void write(ModelDraft draft, int version) throws IOException {
        SortedMap<String, StoredForest> forests = new TreeMap<>();
        for (Map.Entry<String, byte[]> forest : draft.forests().byName().entrySet()) {
            String sha256 = write(forest.getKey(), forest.getValue());
            int trees = trees(forest.getKey(), forest.getValue()).size();
            forests.put(forest.getKey(), new StoredForest(trees, sha256));
        }
        SortedMap<String, String> attachments = new TreeMap<>();
        for (Map.Entry<String, byte[]> attachment : draft.attachments().entrySet()) {
            attachments.put(attachment.getKey(), write(attachment.getKey(), attachment.getValue()));
        }
        ModelMetadata registered = draft.metadata().registeredAs(version, forests, attachments);
        write(METADATA, MetadataJson.write(registered).getBytes(StandardCharsets.UTF_8));
    }

    ModelMetadata metadata() {
        Path file = directory.resolve(METADATA);
        String text = new String(bytes("model metadata ", METADATA), StandardCharsets.UTF_8);
        return MetadataJson.read(text, "model metadata " + file);
    }

    /** Loads the forests named in the metadata and checks their checksums and features. */
    RegisteredModel load(ModelMetadata metadata) {
        Set<String> files = metadata.forests().keySet();
        if (!ForestFiles.areComplete(files)) {
            throw new InvalidModelException(
                    directory.resolve(METADATA)
                            + " names the forests "
                            + files
                            + ", which are not a complete model");
        }
        XgboostTrees expected = forest(ForestFiles.EXPECTED, metadata);
        FuelForests forests =
                files.contains(ForestFiles.LOW)
                        ? FuelForests.of(
                                expected,
                                forest(ForestFiles.LOW, metadata),
                                forest(ForestFiles.HIGH, metadata),
                                metadata.calibration())
                        : FuelForests.of(expected);
        return new RegisteredModel(metadata, forests);
    }

    /** Checks the checksums of the attachments. */
    void requireAttachments(ModelMetadata metadata) {
        metadata.attachments()
                .forEach(
                        (path, sha256) ->
                                requireRegistered(path, bytes("attachment ", path), sha256));
    }

    /** The size of each file in bytes by its path, including the metadata. */
    SortedMap<String, Long> sizes() {
        SortedMap<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(directory.relativize(file).toString(), Files.size(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
        return sizes;
    }

    /** Deletes the folder with its content. Does nothing if it does not exist. */
    void delete() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(directory)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    private String write(String path, byte[] bytes) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        DurableFile.write(file, bytes);
        return Fingerprint.sha256(bytes);
    }

    private XgboostTrees forest(String name, ModelMetadata metadata) {
        byte[] json = bytes("model file ", name);
        requireRegistered(name, json, metadata.forests().get(name).sha256());
        XgboostTrees trees = trees(name, json);
        List<String> expected = metadata.schema().names();
        if (!trees.featureNames().equals(expected)) {
            throw new InvalidModelException(
                    String.format(
                            Locale.ROOT,
                            "model file %s was trained on the features %s, expected %s",
                            directory.resolve(name),
                            trees.featureNames(),
                            expected));
        }
        return trees;
    }

    private XgboostTrees trees(String name, byte[] json) {
        return XgboostFile.read(json, directory.resolve(name).toString());
    }

    private void requireRegistered(String path, byte[] bytes, String sha256) {
        if (!Fingerprint.sha256(bytes).equals(sha256)) {
            throw new InvalidModelException(
                    directory.resolve(path)
                            + " differs from the registered file: its SHA-256 differs");
        }
    }

    private byte[] bytes(String kind, String path) {
        Path file = directory.resolve(path);
        try {
            return RegistryFile.read(kind.strip(), file, RegistryFile.MAX_VERSION_FILE_BYTES);
        } catch (NoSuchFileException e) {
            throw new InvalidModelException(kind + file + " does not exist", e);
        } catch (IOException e) {
            throw new InvalidModelException(kind + file + " " + TextFile.reason(e), e);
        }
    }
}
