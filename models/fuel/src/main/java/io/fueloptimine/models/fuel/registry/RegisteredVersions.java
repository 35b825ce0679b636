package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.InvalidModelException;
import java.nio.file.Files;
import java.util.Locale;

/**
 * Reads the model versions in a registry and checks them: checksums, features and parity proofs.
 */
final class RegisteredVersions {

    private final RegistryFolders folders;

    RegisteredVersions(RegistryFolders folders) {
        this.folders = folders;
    }

    VersionFolder folder(String name, int version) {
        if (!Files.isDirectory(folders.version(name, version))) {
            throw new InvalidModelException(
                    "model " + name + " has no version " + version + " in " + folders.root());
        }
        return new VersionFolder(folders.version(name, version));
    }

    ModelMetadata metadata(String name, int version) {
        ModelMetadata metadata = folder(name, version).metadata();
        if (!metadata.name().equals(name) || metadata.version() != version) {
            throw new InvalidModelException(
                    String.format(
                            Locale.ROOT,
                            "the metadata in %s belongs to %s version %d",
                            folders.version(name, version),
                            metadata.name(),
                            metadata.version()));
        }
        return metadata;
    }

    RegisteredModel model(String name, int version) {
        return folder(name, version).load(metadata(name, version));
    }

    /**
     * Loads a window model and checks that its features are those of this release or of schema 1.
     */
    RegisteredModel windowModel(String name, int version) {
        RegisteredModel model = model(name, version);
        FeatureSchema schema = model.metadata().schema();
        if (!schema.equals(FeatureSchema.FUEL_WINDOW)
                && !schema.equals(FeatureSchema.FUEL_WINDOW_1)) {
            throw new InvalidModelException(
                    String.format(
                            Locale.ROOT,
                            "%s version %d was trained on feature schema %s, expected %s",
                            name,
                            version,
                            schema,
                            FeatureSchema.FUEL_WINDOW));
        }
        return model;
    }

    /**
     * Rejects a version as champion if it is not better than every baseline on its own test.
     *
     * @throws InvalidModelException when a baseline is at least as accurate
     */
    void requireBaselinesBeaten(String name, int version) {
        metadata(name, version)
                .unbeatenBaseline()
                .ifPresent(
                        reason -> {
                            throw new InvalidModelException(
                                    String.format(
                                            Locale.ROOT,
                                            "%s version %d cannot become champion: %s",
                                            name,
                                            version,
                                            reason));
                        });
    }

    /**
     * Rejects a version that must not be used for scoring.
     *
     * @throws InvalidModelException when the checksum of a file differs, the feature schema
     *     differs, or a forest has no parity proof
     */
    void requirePromotable(String name, int version) {
        ModelMetadata metadata =
                name.equals(ModelRegistry.FUEL_WINDOW)
                        ? windowModel(name, version).metadata()
                        : model(name, version).metadata();
        folder(name, version).requireAttachments(metadata);
        ParityProof parity = metadata.parity();
        if (!parity.covers(metadata.forests().keySet())) {
            throw new InvalidModelException(
                    String.format(
                            Locale.ROOT,
                            "%s version %d is proven equal to XGBoost on %d rows for %s,"
                                    + " expected a proof for %s",
                            name,
                            version,
                            parity.rows(),
                            parity.forests(),
                            metadata.forests().keySet()));
        }
    }
}
