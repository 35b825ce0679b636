package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.Refuel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records of a fleet management system that ingest would accept: decoded from the messages that
 * a replay sends, checked against the shipped suite, without repeats. Immutable.
 *
 * @param cycles haul cycles in the order of time
 * @param refuels refuellings in the order of time
 * @param leftOut number of excluded records by rule; {@code decode} for records that cannot be
 *     read, {@code repeated} for repeats
 */
public record FleetHistory(
        List<HaulCycle> cycles, List<Refuel> refuels, Map<String, Integer> leftOut) {

    private static final String REPEATED = "repeated";

    /**
     * Reads a folder.
     *
     * @throws InvalidInputException when a file is missing or lacks a mapped column
     */
    public static FleetHistory read(Path folder, FleetMapping mapping) {
        FleetRecords records = new FleetRecords(mapping);
        RecordFilter sieve = new RecordFilter();
        Set<String> seen = new HashSet<>();
        List<HaulCycle> cycles = new ArrayList<>();
        List<Refuel> refuels = new ArrayList<>();
        for (FleetRecord record : records.cycles(folder)) {
            sieve.pass(record)
                    .map(Reading::cycle)
                    .filter(cycle -> sieve.require(seen.add(cycle.cycleId()), REPEATED))
                    .ifPresent(cycles::add);
        }
        for (FleetRecord record : records.refuels(folder)) {
            sieve.pass(record)
                    .map(Reading::refuel)
                    .filter(refuel -> sieve.require(seen.add(identity(refuel)), REPEATED))
                    .ifPresent(refuels::add);
        }
        return new FleetHistory(List.copyOf(cycles), List.copyOf(refuels), sieve.leftOut());
    }

    /** The identity without the sequence, because repeated rows have numbers of their own. */
    private static String identity(Refuel refuel) {
        return refuel.truckId() + "+" + refuel.startedAt();
    }
}
