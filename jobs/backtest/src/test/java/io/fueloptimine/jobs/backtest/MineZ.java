package io.fueloptimine.jobs.backtest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a real mine's records lie, if they do: they are no part of the project. */
final class MineZ {

    static final String SETTING = "FUEL_MINE_Z";

    private static final Path PROJECT = Path.of("").toAbsolutePath().resolve("../..").normalize();

    private MineZ() {}

    /** The folder named by the property or environment variable, or else beside the project. */
    static Optional<Path> folder() {
        return Stream.of(System.getProperty(SETTING), System.getenv(SETTING))
                .filter(named -> named != null && !named.isBlank())
                .map(Path::of)
                .findFirst()
                .or(() -> Optional.of(PROJECT.resolve("../shared/data/mine-z")))
                .filter(folder -> Files.isRegularFile(folder.resolve("cycles.csv")));
    }

    /** How its files name things. */
    static Path mapping() {
        return PROJECT.resolve("deploy/local/fleets/mine-z.yaml");
    }
}
