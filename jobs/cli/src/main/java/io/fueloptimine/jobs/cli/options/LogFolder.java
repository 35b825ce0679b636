package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.local.stack.FolderFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.nio.file.Path;
import java.util.List;

/**
 * Sets the configuration and the folder of the log. Both must be set before the first log line,
 * because Log4j reads them only once.
 */
public final class LogFolder {

    private static final String PROPERTY = "fuel.log.folder";

    /**
     * The system property with the log folder for the names of rolled files. In this property % and
     * ${ are escaped, because Log4j evaluates them.
     */
    private static final String PATTERN = "fuel.log.pattern";

    private static final String CONFIGURATION = "log4j2.configurationFile";

    private LogFolder() {}

    /**
     * Makes Log4j read the configuration of this installation, unless another configuration is set.
     *
     * <p>The launcher script cannot set the configuration, because Log4j expects a URI in which
     * commas are escaped.
     */
    public static void configure() {
        String home = System.getProperty(FuelHome.PROPERTY);
        if (home != null && System.getProperty(CONFIGURATION) == null) {
            Path file = new FuelHome(Path.of(home)).flinkConf().resolve("log4j2.properties");
            System.setProperty(CONFIGURATION, file.toUri().toString().replace(",", "%2C"));
        }
    }

    /**
     * Sets the log folder to {@code logs} in the data folder. If the data folder is not writable,
     * the log folder is in the folder for temporary files.
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

    /** The current log folder. */
    public static String inUse() {
        return System.getProperty(PROPERTY, ".");
    }
}
