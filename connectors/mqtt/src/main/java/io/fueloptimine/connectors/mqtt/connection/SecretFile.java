package io.fueloptimine.connectors.mqtt.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.ConfigOption;

/**
 * Reads a secret from the file that an option names. Exceptions contain only the names of the
 * option and the file.
 */
final class SecretFile {

    private SecretFile() {}

    /**
     * The file's text without white space at its ends, because editors append a line feed.
     *
     * @throws IOException if the file cannot be read or is empty
     */
    static String read(ConfigOption<String> option, String file) throws IOException {
        String text;
        try {
            text = Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
        } catch (IOException | RuntimeException e) {
            throw new UnusableFileException(option, file, "a readable text file", e);
        }
        if (text.isEmpty()) {
            throw new UnusableFileException(option, file, "a secret in it, but it is empty", null);
        }
        return text;
    }
}
