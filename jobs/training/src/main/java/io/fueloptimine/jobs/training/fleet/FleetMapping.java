package io.fueloptimine.jobs.training.fleet;

/**
 * The file and column names of one mine's systems. Read from YAML by {@link FleetMappingFile}. A
 * table is required only if its records are read.
 *
 * @param site the site of the records
 * @param zone the time zone of its timestamps, such as {@code UTC} or {@code America/Santiago}
 * @param equipmentClass optional: the class of all trucks, if no column contains it; null when not
 *     given
 * @param cycles the haul cycles of a fleet management system; null when not given
 * @param refuels the refuellings of a fleet management system; null when not given
 * @param telemetry the sensor values of the haul trucks, as exported from a historian; null when
 *     not given
 * @param locations optional: the locations, from which each cycle's lift is computed; null when not
 *     given
 */
public record FleetMapping(
        String site,
        String zone,
        String equipmentClass,
        MappedTable cycles,
        MappedTable refuels,
        MappedTable telemetry,
        Locations locations) {

    public FleetMapping {
        RequiredFields.require("site", site);
        RequiredFields.require("zone", zone);
    }

    /**
     * The file of locations.
     *
     * @param file its name within the fleet's folder
     * @param name the column with the location's name, as used in the cycles
     * @param elevationM the column with its elevation, m
     */
    public record Locations(String file, String name, String elevationM) {

        public Locations {
            RequiredFields.require("locations.file", file);
            RequiredFields.require("locations.name", name);
            RequiredFields.require("locations.elevationM", elevationM);
        }
    }
}
