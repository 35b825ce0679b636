package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.retraining.InstallationRegistry;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The common options of the commands that run all servers and jobs. */
public final class RunOptions {

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
                    "The model registry (default: the shipped models/registry; for fuel local its"
                            + " copy in the data folder).")
    private Path registry;

    public int parallelism(CommandSpec spec) {
        Require.that(
                spec,
                parallelism >= 1 && parallelism <= LARGEST_PARALLELISM,
                "--parallelism",
                parallelism,
                "1 to " + LARGEST_PARALLELISM);
        return parallelism;
    }

    /**
     * Checks the parallelism and the registry.
     *
     * @param writes whether the command adds models to the registry that the option names
     */
    public void check(CommandSpec spec, FuelHome home, boolean writes, StartFaults faults) {
        faults.check(() -> parallelism(spec));
        List<String> found =
                RegistryFaults.in(
                        registry == null ? home.registry() : registry, registry != null && writes);
        faults.add(found);
        if (found.isEmpty()) {
            faults.check(() -> registry(home));
        }
    }

    /**
     * The registry of an installation that retrains models. By default it is a copy, in the data
     * folder, of the registry that is part of the program.
     */
    public Path installationRegistry(FuelHome home, Path data, Consumer<String> output) {
        if (registry == null) {
            Path copy = data.resolve("registry");
            InstallationRegistry.prepare(home.registry(), copy, output);
            return copy;
        }
        return registry(home);
    }

    /** The folder of the registry. This method checks that the champion can be loaded. */
    public Path registry(FuelHome home) {
        Path root = registry == null ? home.registry() : registry;
        new ModelRegistry(root).champion(ModelRegistry.FUEL_WINDOW);
        return root;
    }
}
