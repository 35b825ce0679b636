package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.models.mine.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the product's own files lie. Set by the launcher.
 *
 * @param root the folder that holds deploy/, flink-conf/ and models/
 */
public record FuelHome(Path root) {

    /** The system property by which the launcher names the root. */
    public static final String PROPERTY = "fuel.home";

    /** The root that the launcher named, else the nearest folder above that holds deploy/fuel. */
    public static FuelHome find() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return new FuelHome(Path.of(named));
        }
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve("deploy/fuel")))
                .findFirst()
                .map(FuelHome::new)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "no deploy/fuel in or above "
                                                + here
                                                + "; set -D"
                                                + PROPERTY));
    }

    public Path flinkConf() {
        return root.resolve("flink-conf/local");
    }

    /** Flink's configuration for processes of their own. */
    public Path standaloneFlinkConf() {
        return root.resolve("flink-conf/standalone");
    }

    public Path mine() {
        return root.resolve("deploy/local/mines/andes.yaml");
    }

    public Path scenario() {
        return root.resolve("deploy/local/scenarios/default.yaml");
    }

    public Path fleetMapping() {
        return root.resolve("deploy/local/fleets/mine-z.yaml");
    }

    public Path registry() {
        return root.resolve("models/registry");
    }

    /** Where state goes when nobody names a folder. */
    public Path data(String name) {
        return root.resolve("data").resolve(name);
    }

    public Path broker() {
        return root.resolve("jobs/broker/target");
    }
}
