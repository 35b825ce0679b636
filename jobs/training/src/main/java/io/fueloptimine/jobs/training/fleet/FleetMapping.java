package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The names of files and columns in the exports of one mine's systems. {@link FleetMappingFile}
 * reads the mapping from a YAML file. A table is required only if its records are read.
 *
 * @param site the site of the records
 * @param zone the time zone of timestamps without an offset
 * @param equipmentClass the class of all trucks, if no column contains the class; null when not
 *     given
 * @param cycles the haul cycles of a fleet management system; null when not given
 * @param refuels the refuellings of a fleet management system; null when not given
 * @param telemetry the sensor values of the haul trucks, exported from a historian (a database of
 *     sensor values); null when not given
 * @param locations the file of locations, from whose elevations the lift (difference in elevation)
 *     of each haul cycle is computed; null when not given
 * @param emptyTrips columns of the haul cycles that are needed only to compute the minimum of empty
 *     travel; null when not given
 */
public record FleetMapping(
        String site,
        ZoneId zone,
        String equipmentClass,
        MappedTable cycles,
        MappedTable refuels,
        MappedTable telemetry,
        Locations locations,
        EmptyTrips emptyTrips) {

    /**
     * The file of locations.
     *
     * @param file the name of the file within the folder of the exports
     * @param name the column with the location's name, as it appears in the haul cycles
     * @param elevationM the column with the location's elevation, m
     * @param format the format of the file
     */
    public record Locations(String file, String name, String elevationM, CsvFormat format) {

        /** All columns that the file must have. */
        Set<String> columns() {
            return Set.copyOf(List.of(name, elevationM));
        }
    }

    /**
     * Two columns of the file of haul cycles, which describe the empty trip before a load.
     *
     * @param shift the column with the shift of the load
     * @param previousDump the column with the dump from which the truck came to the loading place
     */
    public record EmptyTrips(String shift, String previousDump) {}
}
