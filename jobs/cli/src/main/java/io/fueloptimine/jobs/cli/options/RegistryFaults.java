package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.local.stack.FolderFaults;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks a model registry that an option names. */
public final class RegistryFaults {

    private static final String OPTION = "--registry";

    /** The free space that a command needs for some new versions of both models, bytes. */
    private static final long FREE_BYTES = 64L << 20;

    private static final List<String> PARTS =
            List.of(
                    "models",
                    "models/" + ModelRegistry.FUEL_WINDOW,
                    "models/" + ModelRegistry.FUEL_WINDOW + "/aliases",
                    "models/" + ModelRegistry.FUEL_CYCLE,
                    "models/" + ModelRegistry.FUEL_CYCLE + "/aliases",
                    "history",
                    "search");

    private RegistryFaults() {}

    /**
     * Checks whether a command can use a folder as model registry.
     *
     * @param writes whether the command changes the registry
     * @return one text per fault; empty if the folder can be used
     */
    public static List<String> in(Path root, boolean writes) {
        String name = "registry " + root;
        if (!Files.exists(root)) {
            return List.of(name + " does not exist, expected a folder with models; see " + OPTION);
        }
        if (!Files.isDirectory(root)) {
            return List.of(name + " is a file, expected a folder with models; see " + OPTION);
        }
        if (!Files.isDirectory(root.resolve("models"))) {
            return List.of(
                    root + " is not a model registry: it has no folder models; see " + OPTION);
        }
        return writes ? notWritable(root) : List.of();
    }

    /**
     * Checks whether models can be added to a registry. The folder of the registry need not exist
     * yet. Returns one text per fault.
     */
    public static List<String> notWritable(Path root) {
        return FolderFaults.in("registry", root, OPTION, FREE_BYTES, PARTS);
    }
}
