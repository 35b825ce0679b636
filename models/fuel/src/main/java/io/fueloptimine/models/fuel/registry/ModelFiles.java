package io.fueloptimine.models.fuel.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.XgboostModel;
import io.fueloptimine.models.fuel.trees.XgboostJson;
import io.fueloptimine.models.fuel.trees.XgboostTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The two files of one model version: writing them, and reading them with every check. */
final class ModelFiles {

    private static final String MODEL = "model.json";
    private static final String METADATA = "metadata.json";

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    private ModelFiles() {}

    static ModelMetadata write(
            Path directory, byte[] modelJson, ModelMetadata metadata, int version)
            throws IOException {
        ModelMetadata filed = metadata.registeredAs(version, Fingerprint.sha256(modelJson));
        Files.createDirectories(directory);
        Files.write(directory.resolve(MODEL), modelJson);
        Files.writeString(directory.resolve(METADATA), JSON.writeValueAsString(filed) + "\n");
        return filed;
    }

    static ModelMetadata metadata(Path directory) {
        Path file = directory.resolve(METADATA);
        try {
            return JSON.readValue(Files.readString(file), ModelMetadata.class);
        } catch (NoSuchFileException e) {
            throw new InvalidModelException("model metadata " + file + " does not exist", e);
        } catch (JsonProcessingException e) {
            throw new InvalidModelException(
                    "model metadata " + file + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new InvalidModelException(
                    "model metadata " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static FuelModel model(Path directory, ModelMetadata metadata, MachineClasses site) {
        Path file = directory.resolve(MODEL);
        requireSchema(file, metadata.features());
        byte[] json = bytes(file);
        XgboostTrees trees = XgboostJson.read(json, file.toString());
        requireSchema(file, trees.featureNames());
        if (!Fingerprint.sha256(json).equals(metadata.modelSha256())) {
            throw new InvalidModelException(
                    "model file " + file + " is not the one registered: its SHA-256 differs");
        }
        String version = Integer.toString(metadata.version());
        return new XgboostModel(metadata.name(), version, trees, metadata.classes(), site);
    }

    /** Deletes a directory and what is in it; nothing when it is not there. */
    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(directory)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }

    private static void requireSchema(Path file, List<String> features) {
        if (!features.equals(FuelFeatures.NAMES)) {
            throw new InvalidModelException(
                    String.format(
                            "model file %s was trained on the features %s, expected %s",
                            file, features, FuelFeatures.NAMES));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InvalidModelException("model file " + file + " does not exist", e);
        } catch (IOException e) {
            throw new InvalidModelException(
                    "model file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
