package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.Refuel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The records of a fleet management system that job ingest would accept. The records are decoded
 * from messages, checked against the default validation suite, and contain no repeats. Immutable.
 *
 * @param cycles haul cycles in the order of time
 * @param refuels refuellings in the order of time
 * @param report the report of the rows that were left out
 */
public record FleetHistory(List<HaulCycle> cycles, List<Refuel> refuels, InputReport report) {

    private static final String REPEATED = "repeated";

    /**
     * Reads the records in a folder.
     *
     * @throws io.fueloptimine.models.mine.input.InvalidInputException when a file is missing or
     *     lacks a mapped column; the exception contains all faults
     */
    public static FleetHistory read(Path folder, FleetMapping mapping) {
        FleetRecords records = new FleetRecords(mapping);
        records.check(folder);
        RecordFilter filter = new RecordFilter(records.report());
        List<HaulCycle> cycles = cycles(folder, records, filter);
        Set<String> seen = new HashSet<>();
        List<Refuel> refuels = new ArrayList<>();
        for (FleetRecord record : records.refuels(folder)) {
            filter.pass(record)
                    .map(Reading::refuel)
                    .filter(refuel -> isFirst(filter, record, seen, identity(refuel)))
                    .ifPresent(refuels::add);
        }
        return new FleetHistory(List.copyOf(cycles), List.copyOf(refuels), records.report());
    }

    /**
     * Reads the haul cycles in a folder, without refuellings.
     *
     * @throws io.fueloptimine.models.mine.input.InvalidInputException when the mapping names no
     *     cycles, or their file is missing or lacks a mapped column
     */
    public static FleetHistory readCycles(Path folder, FleetMapping mapping) {
        FleetRecords records = new FleetRecords(mapping);
        RecordFilter filter = new RecordFilter(records.report());
        List<HaulCycle> cycles = cycles(folder, records, filter);
        return new FleetHistory(List.copyOf(cycles), List.of(), records.report());
    }

    private static List<HaulCycle> cycles(Path folder, FleetRecords records, RecordFilter filter) {
        Set<String> seen = new HashSet<>();
        List<HaulCycle> cycles = new ArrayList<>();
        for (FleetRecord record : records.cycles(folder)) {
            filter.pass(record)
                    .map(Reading::cycle)
                    .filter(cycle -> isFirst(filter, record, seen, cycle.cycleId()))
                    .ifPresent(cycles::add);
        }
        return cycles;
    }

    private static boolean isFirst(
            RecordFilter filter, FleetRecord record, Set<String> seen, String id) {
        return filter.require(
                record, seen.add(id), REPEATED, null, id, "a record that was not read before");
    }

    /**
     * Identifies a refuelling by truck and start time. The sequence number is not usable, because
     * repeated rows have different sequence numbers.
     */
    private static String identity(Refuel refuel) {
        return refuel.truckId() + "+" + refuel.startedAt();
    }
}
