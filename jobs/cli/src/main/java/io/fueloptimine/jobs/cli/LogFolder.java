package io.fueloptimine.jobs.cli;

import java.nio.file.Path;

/** Tells the log where to go. Call it before anything logs: the logging reads it once. */
public final class LogFolder {

    private static final String PROPERTY = "fuel.log.folder";

    private LogFolder() {}

    /** The folder {@code logs} below the data. */
    public static void use(Path data) {
        System.setProperty(PROPERTY, data.toAbsolutePath().resolve("logs").toString());
    }

    /** Where the log goes. */
    static String inUse() {
        return System.getProperty(PROPERTY, ".");
    }
}
