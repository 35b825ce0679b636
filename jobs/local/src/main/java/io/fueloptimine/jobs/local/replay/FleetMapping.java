package io.fueloptimine.jobs.local.replay;

import java.util.Map;

/**
 * How one fleet management system names its files and columns. Read from YAML by {@link
 * FleetMappingFile}.
 *
 * @param site the site the records go under
 * @param zone the time zone of its timestamps, such as {@code UTC} or {@code America/Santiago}
 * @param cycles its haul cycles
 * @param refuels its refuellings
 */
public record FleetMapping(String site, String zone, Table cycles, Table refuels) {

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
            times = Map.copyOf(times);
            numbers = Map.copyOf(numbers);
            texts = Map.copyOf(texts);
        }
    }
}
