package io.fueloptimine.jobs.local.cli;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which registry is meant, as an option that commands share. */
final class RegistryOptions {

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            description = "The model registry (default: the shipped one, models/registry).")
    private Path registry;

    /**
     * The registry.
     *
     * @throws StackException when there is none
     */
    ModelRegistry open(FuelHome home) {
        Path root = registry == null ? home.registry() : registry;
        if (!Files.isDirectory(root.resolve("models"))) {
            throw StackException.wrongInput(root + " is no model registry: it holds no models/");
        }
        return new ModelRegistry(root);
    }
}
