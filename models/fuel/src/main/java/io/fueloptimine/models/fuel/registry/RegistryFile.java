package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.InvalidModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the files of a registry. Their sizes are limited, because a job that loads a new champion
 * must not run out of memory.
 */
final class RegistryFile {

    /** The maximum size of a file of a version, bytes. The files of a shipped model have 1 MB. */
    static final int MAX_VERSION_FILE_BYTES = 32 << 20;

    /** The maximum size of a history, bytes: more than 50,000 events. */
    static final int MAX_HISTORY_BYTES = 16 << 20;

    /** The maximum size of an alias, which is a version number, bytes. */
    static final int MAX_ALIAS_BYTES = 1_024;

    private RegistryFile() {}

    /**
     * Reads a file.
     *
     * @param kind what the file is, such as {@code model file}
     * @param mostBytes the maximum size, bytes
     * @throws InvalidModelException when the file is larger; the message names the file
     * @throws IOException when the file cannot be read
     */
    static byte[] read(String kind, Path file, int mostBytes) throws IOException {
        // Not Files.readAllBytes: a device or a pipe may have no end.
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new InvalidModelException(
                        kind + " " + file + " has more than " + mostBytes + " bytes");
            }
            return bytes;
        }
    }
}
