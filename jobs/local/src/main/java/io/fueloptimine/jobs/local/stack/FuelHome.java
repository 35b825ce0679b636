package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The installation folder of FuelOptiMine.
 *
 * @param root the folder that contains deploy/, flink-conf/ and models/
 */
public record FuelHome(Path root) {

    /**
     * The system property with which the launcher {@code deploy/fuel} passes the installation
     * folder.
     */
    public static final String PROPERTY = "fuel.home";

    /**
     * Finds the installation folder: the folder that the launcher has set; otherwise the working
     * directory or its nearest parent folder that contains {@code deploy/fuel}.
     *
     * @throws InvalidInputException if there is no such folder
     */
    public static FuelHome find() {
        String configured = System.getProperty(PROPERTY);
        if (configured != null) {
            return new FuelHome(Path.of(configured).toAbsolutePath());
        }
        Path workingDirectory = Path.of("").toAbsolutePath();
        return Stream.iterate(workingDirectory, path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve("deploy/fuel")))
                .findFirst()
                .map(FuelHome::new)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "no deploy/fuel in or above "
                                                + workingDirectory
                                                + "; set -D"
                                                + PROPERTY));
    }

    public Path flinkConf() {
        return root.resolve("flink-conf/local");
    }

    /** The folder with Flink's configuration for a cluster of several processes. */
    public Path standaloneFlinkConf() {
        return root.resolve("flink-conf/standalone");
    }

    /** The script that makes the certificates of such a cluster. */
    public Path makeCertificates() {
        return root.resolve("flink-conf/tls/make-certificates");
    }

    public Path mine() {
        return root.resolve("deploy/local/mines/andes.yaml");
    }

    public Path scenario() {
        return root.resolve("deploy/local/scenarios/default.yaml");
    }

    /** The folder of the example queries. */
    public Path queries() {
        return root.resolve("sql/queries");
    }

    public Path fleetMapping() {
        return root.resolve("deploy/local/fleets/mine-z.yaml");
    }

    public Path registry() {
        return root.resolve("models/registry");
    }

    /** The default data folder of a command. */
    public Path data(String name) {
        return root.resolve("data").resolve(name);
    }

    public Path broker() {
        return built("broker");
    }

    /** The folder with the scripts of a Flink folder: {@code flink}, {@code jobmanager} etc. */
    public Path flinkScripts() {
        return root.resolve("deploy/flink/bin");
    }

    /**
     * The folder into which the build writes the jars of a module of {@code jobs}.
     *
     * @param module the module's folder, for example {@code fuel}
     */
    public Path built(String module) {
        return root.resolve("jobs").resolve(module).resolve("target");
    }
}
