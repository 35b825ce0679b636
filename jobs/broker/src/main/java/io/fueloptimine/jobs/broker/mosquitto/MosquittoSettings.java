package io.fueloptimine.jobs.broker.mosquitto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings in mosquitto.conf, without listeners, users and folders.
 *
 * @param lines one option and its value per line
 */
public record MosquittoSettings(List<String> lines) {

    /** The beginnings of the names of the options that {@link #fromFile} reads. */
    private static final List<String> LIMITS_AND_PERSISTENCE =
            List.of("max_", "autosave_", "persistence ");

    public MosquittoSettings {
        lines = List.copyOf(lines);
    }

    /**
     * Settings with persistence, unlimited queues and the given in-flight window.
     *
     * @param inflightWindow maximum number of unacknowledged messages per session
     */
    public static MosquittoSettings of(int inflightWindow) {
        return new MosquittoSettings(
                List.of(
                        "persistence true",
                        "max_inflight_messages " + inflightWindow,
                        "max_queued_messages 0"));
    }

    /** Reads limits and persistence from a mosquitto.conf; other options are ignored. */
    public static MosquittoSettings fromFile(Path config) throws IOException {
        return new MosquittoSettings(
                Files.readAllLines(config).stream()
                        .map(String::strip)
                        .filter(MosquittoSettings::isLimitOrPersistence)
                        .toList());
    }

    /** A copy of these settings with a file of access rights. */
    public MosquittoSettings withAccessControl(Path aclFile) {
        List<String> all = new ArrayList<>(lines);
        all.add("acl_file " + aclFile);
        return new MosquittoSettings(all);
    }

    /** Formats the whole configuration for a listener on loopback without authentication. */
    String toConfig(int port, Path data) {
        List<String> all = new ArrayList<>();
        all.add("user " + System.getProperty("user.name"));
        all.add("listener " + port + " 127.0.0.1");
        all.add("allow_anonymous true");
        all.add("persistence_location " + data.toAbsolutePath() + "/");
        all.addAll(lines);
        return String.join("\n", all) + "\n";
    }

    private static boolean isLimitOrPersistence(String line) {
        return LIMITS_AND_PERSISTENCE.stream().anyMatch(line::startsWith);
    }
}
