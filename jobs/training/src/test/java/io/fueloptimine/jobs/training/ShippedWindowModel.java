package io.fueloptimine.jobs.training;

import io.fueloptimine.models.fuel.registry.ForestFiles;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped model of windows, to be registered again. */
public final class ShippedWindowModel {

    private static final Path SHIPPED = Path.of("../../models/registry");

    private ShippedWindowModel() {}

    /** A draft of it under a name. */
    public static ModelDraft named(String name) throws IOException {
        ModelMetadata shipped = new ModelRegistry(SHIPPED).metadata(ModelRegistry.FUEL_WINDOW, 1);
        Path folder = SHIPPED.resolve("models/fuel-window/version-1");
        return ModelDraft.of(
                ModelMetadata.draft(
                        name,
                        shipped.schema(),
                        shipped.classes(),
                        shipped.seed(),
                        shipped.parameters(),
                        shipped.data(),
                        shipped.metrics(),
                        shipped.parity()),
                ForestFiles.of(
                        Files.readAllBytes(folder.resolve("model.json")),
                        Files.readAllBytes(folder.resolve("p10.json")),
                        Files.readAllBytes(folder.resolve("p90.json"))));
    }
}
