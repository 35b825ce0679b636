package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the mapping of a fleet management system's files. */
public final class MappingOption {

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Maps file and column names (default: deploy/local/fleets/mine-z.yaml).")
    private Path mapping;

    /** Whether the option is given on the command line. */
    public boolean isGiven() {
        return mapping != null;
    }

    /**
     * Reads the mapping.
     *
     * @throws io.fueloptimine.models.mine.input.InvalidInputException if the mapping is unusable
     */
    public FleetMapping read() {
        return FleetMappingFile.read(mapping == null ? FuelHome.find().fleetMapping() : mapping);
    }
}
