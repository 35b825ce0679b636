package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The model registry of an installation: at first a copy of the shipped registry, to which
 * retraining adds versions.
 */
public final class InstallationRegistry {

    private InstallationRegistry() {}

    /**
     * Creates the registry if it does not exist. A registry whose champion this release cannot
     * load, for example because it has other features, is renamed and replaced.
     *
     * @param shipped the shipped registry
     * @param own the registry of the installation
     * @param output receives a line if a registry was renamed
     * @throws UncheckedIOException if it cannot be written
     */
    public static void prepare(Path shipped, Path own, Consumer<String> output) {
        try {
            if (Files.exists(own)) {
                moveAsideIfUnusable(own, output);
            }
            if (!Files.exists(own)) {
                copy(shipped, own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a model registry in " + own, e);
        }
    }

    private static void moveAsideIfUnusable(Path own, Consumer<String> output) throws IOException {
        try {
            new ModelRegistry(own).champion(ModelRegistry.FUEL_WINDOW);
        } catch (InvalidModelException e) {
            int number = 1;
            while (Files.exists(aside(own, number))) {
                number++;
            }
            Files.move(own, aside(own, number));
            output.accept(
                    "The models in "
                            + own
                            + " cannot be used ("
                            + e.getMessage()
                            + "); they were moved to "
                            + aside(own, number)
                            + ", and the shipped models are used");
        }
    }

    private static Path aside(Path own, int number) {
        return own.resolveSibling(own.getFileName() + "-" + number);
    }

    /**
     * Copies to a temporary folder first and then moves it, so that a registry is complete or
     * absent. A temporary folder left by a crash may contain incomplete files, so it is deleted.
     */
    private static void copy(Path shipped, Path own) throws IOException {
        Path draft = own.resolveSibling("." + own.getFileName() + "-draft");
        Path models = shipped.resolve("models");
        delete(draft);
        Files.createDirectories(draft);
        try (Stream<Path> files = Files.walk(models, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.toList()) {
                Path copy = draft.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Files.move(draft, own);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
