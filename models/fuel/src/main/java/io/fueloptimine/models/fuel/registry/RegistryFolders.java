package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.InvalidModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of a registry.
 *
 * @param root the root folder
 */
record RegistryFolders(Path root) {

    private static final String VERSION_PREFIX = "version-";
    private static final String NAME = "[a-z0-9][a-z0-9-]*";

    List<String> names() {
        return entries(root.resolve("models")).stream()
                .filter(entry -> entry.matches(NAME))
                .sorted()
                .toList();
    }

    List<Integer> versions(String name) {
        return entries(model(name)).stream()
                .filter(entry -> entry.matches(VERSION_PREFIX + "[1-9][0-9]{0,8}"))
                .map(entry -> Integer.valueOf(entry.substring(VERSION_PREFIX.length())))
                .sorted()
                .toList();
    }

    Path version(String name, int version) {
        return model(name).resolve(VERSION_PREFIX + version);
    }

    /** The folder in which a version is written before it is moved into place atomically. */
    Path draft(String name, int version) {
        return model(name).resolve(".draft-" + version);
    }

    AliasFiles aliases(String name) {
        return new AliasFiles(model(name).resolve("aliases"));
    }

    RegistryHistory history(String name) {
        requireName(name);
        return new RegistryHistory(root.resolve("history").resolve(name + ".jsonl"));
    }

    private Path model(String name) {
        requireName(name);
        return root.resolve("models").resolve(name);
    }

    /**
     * Rejects a model name with characters such as dots and slashes, because such a name could
     * point outside the registry.
     */
    private static void requireName(String name) {
        if (!name.matches(NAME)) {
            throw new InvalidModelException(
                    "model name '" + name + "': expected lower-case letters, digits and dashes");
        }
    }

    private static List<String> entries(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }
}
