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
 * A fleet management system's records as ingest would let them through: decoded from the same
 * messages as a replay sends, held against the shipped suite, repeats dropped. Immutable.
 *
 * @param cycles haul cycles in the order of time
 * @param refuels refuellings in the order of time
 * @param leftOut how many records were left out, by the name of the rule that rejected them; {@code
 *     decode} for what cannot be read, {@code repeated} for repeats
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

    /** By what it is of, not by its number: rows of a file are numbered, repeats too. */
    private static String identity(Refuel refuel) {
        return refuel.truckId() + "+" + refuel.startedAt();
    }
}
