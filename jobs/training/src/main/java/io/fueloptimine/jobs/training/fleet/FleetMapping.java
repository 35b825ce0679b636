package io.fueloptimine.jobs.training.fleet;

import java.util.Map;

/**
 * How one fleet management system names its files and columns. Read from YAML by {@link
 * FleetMappingFile}. What is not said to be optional must be given.
 *
 * @param site the site the records go under
 * @param zone the time zone of its timestamps, such as {@code UTC} or {@code America/Santiago}
 * @param equipmentClass optional: the class of all its trucks, where no column tells of it; null
 *     when not given
 * @param cycles its haul cycles
 * @param refuels its refuellings
 * @param locations optional: its places, from which each cycle's lift follows; null when not given
 */
public record FleetMapping(
        String site,
        String zone,
        String equipmentClass,
        Table cycles,
        Table refuels,
        Locations locations) {

    public FleetMapping {
        require("site", site);
        require("zone", zone);
        require("cycles", cycles);
        require("refuels", refuels);
    }

    /**
     * One file.
     *
     * @param file its name within the fleet's folder
     * @param timestamp the pattern of its timestamps, as {@link java.time.format.DateTimeFormatter}
     *     spells it
     * @param machine the column that names the machine that publishes: the truck of a cycle
     * @param time the column of the record's own time: when the body was empty, when pumping ended
     * @param times our field to the file's column, for timestamps
     * @param numbers our field to the file's column, for numbers; a field that ends in {@code Gal}
     *     is in US gallons and converted at the edge
     * @param texts our field to the file's column, for names
     */
    public record Table(
            String file,
            String timestamp,
            String machine,
            String time,
            Map<String, String> times,
            Map<String, String> numbers,
            Map<String, String> texts) {

        public Table {
            require("file", file);
            require("timestamp", timestamp);
            require("machine", machine);
            require("time", time);
            require("times", times);
            require("numbers", numbers);
            require("texts", texts);
            times = Map.copyOf(times);
            numbers = Map.copyOf(numbers);
            texts = Map.copyOf(texts);
        }
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
            require("locations.file", file);
            require("locations.name", name);
            require("locations.elevationM", elevationM);
        }
    }

    private static void require(String field, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }
}
