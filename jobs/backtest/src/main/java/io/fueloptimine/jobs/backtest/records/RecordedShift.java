package io.fueloptimine.jobs.backtest.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The haul cycles of one shift.
 *
 * @param name the name in reports, such as {@code 2026-05-04 day}
 * @param number the number of the shift in the records, from 1
 * @param startsAt the beginning of the shift (UTC)
 * @param cycles the cycles in the order of their ends
 */
public record RecordedShift(String name, int number, Instant startsAt, List<RecordedCycle> cycles) {

    public RecordedShift {
        cycles = List.copyOf(cycles);
    }

    /** The cycles of each truck, in the order of time. */
    public SortedMap<String, List<RecordedCycle>> byTruck() {
        SortedMap<String, List<RecordedCycle>> trucks = new TreeMap<>();
        for (RecordedCycle cycle : cycles) {
            trucks.computeIfAbsent(cycle.truckId(), id -> new ArrayList<>()).add(cycle);
        }
        return trucks;
    }

    /** The sum of a quantity over all cycles. */
    public double sum(ToDoubleFunction<RecordedCycle> quantity) {
        return cycles.stream().mapToDouble(quantity).sum();
    }
}
