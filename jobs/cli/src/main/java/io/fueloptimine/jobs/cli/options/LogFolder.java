package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.local.stack.FolderFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.nio.file.Path;
import java.util.List;

/**
 * Configuration and folder of the log. To be set before the first log line, since Log4j reads them
 * once.
 */
public final class LogFolder {

    private static final String PROPERTY = "fuel.log.folder";

    /** The same folder for the names of rolled files, in which Log4j evaluates % and ${. */
    private static final String PATTERN = "fuel.log.pattern";

    private static final String CONFIGURATION = "log4j2.configurationFile";

    private LogFolder() {}

    /**
     * Makes Log4j read the configuration of this installation, unless another one is set.
     *
     * <p>The launcher cannot set it: Log4j takes a URI, or several that are separated by commas.
     */
    public static void configure() {
        String home = System.getProperty(FuelHome.PROPERTY);
        if (home != null && System.getProperty(CONFIGURATION) == null) {
            Path file = new FuelHome(Path.of(home)).flinkConf().resolve("log4j2.properties");
            System.setProperty(CONFIGURATION, file.toUri().toString().replace(",", "%2C"));
        }
    }

    /**
     * Uses the folder {@code logs} in the data folder, or one in the folder for temporary files if
     * the data folder cannot be written.
     */
    public static void use(Path data) {
        Path logs = data.toAbsolutePath().resolve("logs");
        boolean usable = FolderFaults.in("log folder", logs, "--data", 1, List.of()).isEmpty();
        String folder = (usable ? logs : temporary()).toString();
        System.setProperty(PROPERTY, folder);
        System.setProperty(PATTERN, folder.replace("%", "%%").replace("${", "$${"));
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
