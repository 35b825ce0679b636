package io.fueloptimine.jobs.cli.options;

import java.nio.file.Path;

/**
 * Sets the folder of the log. To be called before the first log line, since Log4j reads it once.
 */
public final class LogFolder {

    private static final String PROPERTY = "fuel.log.folder";

    private LogFolder() {}

    /** Uses the folder {@code logs} in the data folder. */
    public static void use(Path data) {
        System.setProperty(PROPERTY, data.toAbsolutePath().resolve("logs").toString());
    }

    /** The folder in use. */
    public static String inUse() {
        return System.getProperty(PROPERTY, ".");
    }
}
