package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.retraining.OwnRegistry;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What runs of the whole stack share. */
final class RunOptions {

    private static final int LARGEST_PARALLELISM = 64;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "Subtasks of each operator (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            description =
                    "The model registry (default: the shipped one, models/registry; of fuel local"
                            + " its copy under --data).")
    private Path registry;

    int parallelism(CommandSpec spec) {
        Require.that(
                spec,
                parallelism >= 1 && parallelism <= LARGEST_PARALLELISM,
                "--parallelism",
                parallelism,
                "1 to " + LARGEST_PARALLELISM);
        return parallelism;
    }

    /**
     * The registry of an installation that learns: its own copy of the shipped one, if none is
     * named.
     */
    Path ownRegistry(FuelHome home, Path data, Consumer<String> say) {
        if (registry == null) {
            Path own = data.resolve("registry");
            OwnRegistry.prepare(home.registry(), own, say);
            return own;
        }
        return registry(home);
    }

    /** The registry, checked: a champion that cannot be loaded is told before anything starts. */
    Path registry(FuelHome home) {
        Path root = registry == null ? home.registry() : registry;
        new ModelRegistry(root).champion(ModelRegistry.FUEL_WINDOW);
        return root;
    }
}
