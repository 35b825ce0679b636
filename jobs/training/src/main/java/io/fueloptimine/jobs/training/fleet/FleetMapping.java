package io.fueloptimine.jobs.training.fleet;

/**
 * How one mine's systems name their files and columns. Read from YAML by {@link FleetMappingFile}.
 * Of the tables only those are needed that are read.
 *
 * @param site the site the records go under
 * @param zone the time zone of its timestamps, such as {@code UTC} or {@code America/Santiago}
 * @param equipmentClass optional: the class of all its trucks, where no column tells of it; null
 *     when not given
 * @param cycles haul cycles of a fleet management system; null when not given
 * @param refuels its refuellings; null when not given
 * @param telemetry what the haul trucks' sensors said, as a historian keeps it; null when not given
 * @param locations optional: its places, from which each cycle's lift follows; null when not given
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
     * The file of places.
     *
     * @param file its name within the fleet's folder
     * @param name the column with the name that cycles call a place by
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
