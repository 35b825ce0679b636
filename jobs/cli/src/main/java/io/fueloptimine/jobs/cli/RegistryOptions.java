package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which registry is meant, as an option that commands share. */
final class RegistryOptions {

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            description =
                    "The model registry (default: data/local/registry, a fuel local's; before there"
                            + " is one the shipped models/registry).")
    private Path registry;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * The registry; says which it is.
     *
     * @throws StackException when there is none
     */
    ModelRegistry open(FuelHome home) {
        Path root = registry == null ? usual(home) : registry;
        if (!Files.isDirectory(root.resolve("models"))) {
            throw new InvalidInputException(root + " is no model registry: it holds no models/");
        }
        command.commandLine().getOut().println("Registry " + root);
        return new ModelRegistry(root);
    }

    /** The one that this installation's jobs score from. */
    private static Path usual(FuelHome home) {
        Path own = home.data("local").resolve("registry");
        return Files.isDirectory(own) ? own : home.registry();
    }
}
