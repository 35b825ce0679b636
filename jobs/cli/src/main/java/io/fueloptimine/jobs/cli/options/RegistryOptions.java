package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that names the model registry. */
public final class RegistryOptions {

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            description =
                    "The model registry (default: data/local/registry, which fuel local uses; if it"
                            + " does not exist, the shipped models/registry).")
    private Path registry;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Opens the registry and prints the name of its folder.
     *
     * @throws InvalidInputException if the folder is not a registry
     */
    public ModelRegistry open(FuelHome home) {
        Path root = root(home);
        List<String> faults = RegistryFaults.in(root, false);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        command.commandLine().getOut().println("Registry " + root);
        return new ModelRegistry(root);
    }

    /** Checks whether the registry can be changed. Returns one text per fault. */
    public List<String> faultsOfChanges(FuelHome home) {
        return RegistryFaults.in(root(home), true);
    }

    private Path root(FuelHome home) {
        return registry == null ? defaultRoot(home) : registry;
    }

    /** The registry whose champion the jobs of this installation use. */
    private static Path defaultRoot(FuelHome home) {
        Path own = home.data("local").resolve("registry");
        return Files.isDirectory(own) ? own : home.registry();
    }
}
