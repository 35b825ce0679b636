package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvNumber;
import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.csv.RowFault;
import io.fueloptimine.jobs.training.timestamp.UnreadableValueException;
import io.fueloptimine.models.dispatch.bound.HauledLoad;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The loads in the haul cycles of a fleet management system, each with the empty trip before it.
 * Immutable.
 *
 * <p>A row is left out if the loading place, the dump or the shift is missing. A row is also left
 * out if the time of empty travel is 0 s or less, or if the time of empty or loaded travel is 5,400
 * s or more.
 *
 * @param loads the loads in the order of the rows
 * @param report the report of the rows that were left out
 */
public record HauledLoads(List<HauledLoad> loads, InputReport report) {

    /**
     * The maximum travel time of a trip, s. Longer trips contain stops that dispatch cannot
     * influence.
     */
    private static final double MAX_TRAVEL_S = 5_400;

    private static final String NOT_A_TRIP = "not-a-trip";
    private static final String EMPTY_TRAVEL = "emptyTravelS";
    private static final String FULL_TRAVEL = "fullTravelS";
    private static final String LOAD_PLACE = "loadLocationId";
    private static final String DUMP = "dumpLocationId";

    /**
     * Reads the haul cycles in a folder.
     *
     * @throws InvalidInputException when the mapping lacks a required column, or a file is missing
     *     or lacks a mapped column; the exception contains all faults
     */
    public static HauledLoads read(Path folder, FleetMapping mapping) {
        requireMapped(mapping);
        MappedTable table = mapping.cycles();
        Set<String> columns = new HashSet<>(table.columns());
        columns.add(mapping.emptyTrips().shift());
        columns.add(mapping.emptyTrips().previousDump());
        RowReader reader = new RowReader(mapping, new InputReport());
        CsvFiles.of(folder, table.file(), table.format(), columns)
                .forEach(reader::read, percent -> {});
        return new HauledLoads(List.copyOf(reader.loads), reader.report);
    }

    private static void requireMapped(FleetMapping mapping) {
        List<String> faults = new ArrayList<>();
        if (mapping.cycles() == null) {
            faults.add("the fleet mapping names no cycles");
        } else {
            requireField(mapping.cycles().numbers(), "cycles.numbers", EMPTY_TRAVEL, faults);
            requireField(mapping.cycles().numbers(), "cycles.numbers", FULL_TRAVEL, faults);
            requireField(mapping.cycles().texts(), "cycles.texts", LOAD_PLACE, faults);
            requireField(mapping.cycles().texts(), "cycles.texts", DUMP, faults);
        }
        if (mapping.emptyTrips() == null) {
            faults.add("the fleet mapping names no emptyTrips");
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    private static void requireField(
            Map<String, String> columns, String group, String field, List<String> faults) {
        if (!columns.containsKey(field)) {
            faults.add("the fleet mapping names no " + group + "." + field);
        }
    }

    /** Converts the rows of the files to loads, one row at a time. */
    private static final class RowReader {

        private final MappedTable table;
        private final FleetMapping.EmptyTrips trips;
        private final CsvNumber numbers;
        private final MachineLimit machines;
        private final InputReport report;
        private final List<HauledLoad> loads = new ArrayList<>();

        RowReader(FleetMapping mapping, InputReport report) {
            this.table = mapping.cycles();
            this.trips = mapping.emptyTrips();
            this.numbers = new CsvNumber(table.format());
            this.machines = new MachineLimit(table.machine());
            this.report = report;
        }

        void read(CsvRow row) {
            machines.see(row);
            try {
                loads.add(load(row));
            } catch (LeftOutException e) {
                report.leaveOut(e.fault);
            }
        }

        private HauledLoad load(CsvRow row) throws LeftOutException {
            if (row.isTooLong()) {
                throw new LeftOutException(row.tooLong());
            }
            double emptyTravelS = seconds(row, EMPTY_TRAVEL);
            if (emptyTravelS <= 0) {
                throw notATrip(row, EMPTY_TRAVEL, emptyTravelS, "more than 0 s");
            }
            seconds(row, FULL_TRAVEL);
            return new HauledLoad(
                    name(row, trips.shift()),
                    optionalName(row, trips.previousDump()),
                    name(row, table.texts().get(LOAD_PLACE)),
                    name(row, table.texts().get(DUMP)),
                    emptyTravelS);
        }

        private double seconds(CsvRow row, String field) throws LeftOutException {
            String text = row.value(table.numbers().get(field));
            double seconds;
            try {
                seconds = numbers.parse(text);
            } catch (UnreadableValueException e) {
                throw new LeftOutException(
                        new RowFault(
                                row.position(), RowFault.UNREADABLE, field, text, e.expected()));
            }
            if (seconds >= MAX_TRAVEL_S) {
                throw notATrip(row, field, seconds, "less than 5400 s");
            }
            return seconds;
        }

        private String name(CsvRow row, String column) throws LeftOutException {
            String name = optionalName(row, column);
            if (name.isEmpty()) {
                throw new LeftOutException(
                        new RowFault(row.position(), RowFault.UNREADABLE, column, null, "a name"));
            }
            return name;
        }

        private String optionalName(CsvRow row, String column) {
            String name = row.value(column);
            return table.unavailable().contains(name) ? "" : name;
        }

        private static LeftOutException notATrip(
                CsvRow row, String field, double seconds, String expected) {
            return new LeftOutException(
                    new RowFault(
                            row.position(), NOT_A_TRIP, field, Double.toString(seconds), expected));
        }
    }

    /**
     * Thrown at the first fault of a row. The exception has no stack trace, because a file can have
     * many faulty rows.
     */
    private static final class LeftOutException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient RowFault fault;

        LeftOutException(RowFault fault) {
            super(fault.expected(), null, false, false);
            this.fault = fault;
        }
    }
}
