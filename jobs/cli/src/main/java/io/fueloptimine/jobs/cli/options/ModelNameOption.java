package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.models.fuel.registry.ModelRegistry;
import picocli.CommandLine.Option;

/** The option with the name of a model. */
public final class ModelNameOption {

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = ModelRegistry.FUEL_WINDOW,
            description = "The model: fuel-window or fuel-cycle (default: ${DEFAULT-VALUE}).")
    private String name;

    public String value() {
        return name;
    }
}
