package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An installation's own model registry: it begins with the shipped models, and what the mine
 * teaches comes to lie beside them.
 */
public final class OwnRegistry {

    private OwnRegistry() {}

    /**
     * Makes the registry where there is none. One whose champion this version cannot use, having
     * other features, is put aside under another name.
     *
     * @param shipped the registry that comes with the product
     * @param own where the installation's is
     * @param say takes a line when one was put aside
     * @throws UncheckedIOException when it cannot be written
     */
    public static void prepare(Path shipped, Path own, Consumer<String> say) {
        try {
            if (Files.exists(own)) {
                putAsideIfUnusable(own, say);
            }
            if (!Files.exists(own)) {
                copy(shipped, own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a model registry in " + own, e);
        }
    }

    private static void putAsideIfUnusable(Path own, Consumer<String> say) throws IOException {
        try {
            new ModelRegistry(own).champion(ModelRegistry.FUEL_WINDOW);
        } catch (InvalidModelException e) {
            int number = 1;
            while (Files.exists(aside(own, number))) {
                number++;
            }
            Files.move(own, aside(own, number));
            say.accept(
                    "The models in "
                            + own
                            + " cannot be used ("
                            + e.getMessage()
                            + "): they lie in "
                            + aside(own, number)
                            + " now, and the shipped ones score again");
        }
    }

    private static Path aside(Path own, int number) {
        return own.resolveSibling(own.getFileName() + "-" + number);
    }

    /**
     * Beside its place first, so that a registry is whole or not there. A draft that a crash left
     * may hold half a file: it is made anew.
     */
    private static void copy(Path shipped, Path own) throws IOException {
        Path draft = own.resolveSibling("." + own.getFileName() + "-draft");
        Path models = shipped.resolve("models");
        delete(draft);
        Files.createDirectories(draft);
        try (Stream<Path> files = Files.walk(models)) {
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
