package io.fueloptimine.jobs.simulator.publish;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A user and a password for the broker.
 *
 * @param username the user
 * @param password the password
 */
public record MqttCredentials(String username, String password) {

    /**
     * Reads a properties file with {@code username} and {@code password}.
     *
     * @throws IllegalArgumentException when it cannot be read or lacks one of them; the message
     *     names the file, never the password
     */
    public static MqttCredentials read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("credentials file " + file + " does not exist", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("credentials file " + file + " cannot be read", e);
        }
        return new MqttCredentials(
                required(properties, "username", file), required(properties, "password", file));
    }

    private static String required(Properties properties, String key, Path file) {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "credentials file "
                            + file
                            + ": "
                            + key
                            + " is missing, expected "
                            + key
                            + "=...");
        }
        return value;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "user " + username;
    }
}
