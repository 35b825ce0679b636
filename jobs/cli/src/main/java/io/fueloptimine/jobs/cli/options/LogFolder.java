package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.local.stack.FolderFaults;
import java.nio.file.Path;

/**
 * Sets the folder of the log. To be called before the first log line, since Log4j reads it once.
 */
public final class LogFolder {

    private static final String PROPERTY = "fuel.log.folder";

    private LogFolder() {}

    /**
     * Uses the folder {@code logs} in the data folder, or one in the folder for temporary files if
     * the data folder cannot be written.
     */
    public static void use(Path data) {
        Path logs = data.toAbsolutePath().resolve("logs");
        boolean usable = FolderFaults.in("log folder", logs, "--data", 1).isEmpty();
        System.setProperty(PROPERTY, (usable ? logs : temporary()).toString());
    }

    private static Path temporary() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "fuel-logs-" + System.getProperty("user.name"));
    }

    /** The folder in use. */
    public static String inUse() {
        return System.getProperty(PROPERTY, ".");
    }
}
