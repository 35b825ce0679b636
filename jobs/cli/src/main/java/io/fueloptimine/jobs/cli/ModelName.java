package io.fueloptimine.jobs.cli;

import io.fueloptimine.models.fuel.registry.ModelRegistry;
import picocli.CommandLine.Option;

/** Which model is meant, as an option that commands share. */
final class ModelName {

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = ModelRegistry.FUEL_WINDOW,
            description = "The model: fuel-window or fuel-cycle (default: ${DEFAULT-VALUE}).")
    private String name;

    String value() {
        return name;
    }
}
