package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How a fleet management system's files name things. */
final class MappingOption {

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How the files name things (default: deploy/local/fleets/mine-z.yaml).")
    private Path mapping;

    /** Whether a file was named. */
    boolean isGiven() {
        return mapping != null;
    }

    /**
     * Reads the mapping.
     *
     * @throws io.fueloptimine.jobs.training.fleet.InvalidInputException when it cannot be used
     */
    FleetMapping read() {
        return FleetMappingFile.read(mapping == null ? FuelHome.find().fleetMapping() : mapping);
    }
}
