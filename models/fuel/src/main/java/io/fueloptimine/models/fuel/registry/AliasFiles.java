package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.InvalidModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;

/**
 * The aliases of one model. Each alias is one file that contains a version number; a change
 * replaces the file atomically.
 */
final class AliasFiles {

    private final Path directory;

    AliasFiles(Path directory) {
        this.directory = directory;
    }

    OptionalInt version(Alias alias) {
        Path file = directory.resolve(alias.text());
        String text;
        try {
            byte[] bytes = RegistryFile.read("alias", file, RegistryFile.MAX_ALIAS_BYTES);
            text = new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (NoSuchFileException e) {
            return OptionalInt.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new InvalidModelException(
                    alias.text()
                            + " file "
                            + file
                            + " contains '"
                            + text
                            + "', expected a version number");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** Points the alias at a version. A reader reads either the old number or the new one. */
    void move(Alias alias, int version) throws IOException {
        Files.createDirectories(directory);
        Path draft = directory.resolve("." + alias.text() + "-draft");
        DurableFile.write(draft, (version + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(draft, directory.resolve(alias.text()), StandardCopyOption.ATOMIC_MOVE);
    }

    void remove(Alias alias) throws IOException {
        Files.deleteIfExists(directory.resolve(alias.text()));
    }
}
