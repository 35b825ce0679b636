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
 * Creates the model registry of an installation. The new registry is a copy of the registry that is
 * part of the program; retraining then adds versions to the copy.
 */
public final class InstallationRegistry {

    private InstallationRegistry() {}

    /**
     * Creates the registry of the installation if it does not exist. If this release cannot load
     * the champion, for example because the champion has other features, the registry is renamed
     * and a new registry is created.
     *
     * @param shipped the registry that is part of the program
     * @param own the registry of the installation
     * @param output receives a line if a registry was renamed
     * @throws UncheckedIOException if the registry cannot be written
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
     * Copies the registry that is part of the program to a temporary folder, and then renames this
     * folder, so that a registry is always complete. A temporary folder that remains after a crash
     * may contain incomplete files, and is deleted first.
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
