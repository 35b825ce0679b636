package io.fueloptimine.jobs.backtest.run;

import io.fueloptimine.jobs.backtest.mine.Cell;
import io.fueloptimine.jobs.compare.run.TimeAndFuel;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run of one shift. Immutable.
 *
 * @param policy what sent the trucks, as in the report
 * @param shift number of the shift
 * @param seed the seed
 * @param moved loads and tonnes by face and destination
 * @param times truck hours and litres by category
 * @param emptyL litres of an average truck on the empty trips of this run, L
 * @param leastEmptyL the least such litres with which any dispatcher could have fetched these
 *     loads, L
 * @param lastLoadH when the last load was dumped, h after the beginning of the shift
 * @param rejected number of assignments that trucks rejected
 */
public record ShiftResult(
        String policy,
        int shift,
        long seed,
        SortedMap<Cell, Moved> moved,
        Map<TruckTimeCategory, TimeAndFuel> times,
        double emptyL,
        double leastEmptyL,
        double lastLoadH,
        long rejected) {

    private static final Set<TruckTimeCategory> IN_CYCLES =
            EnumSet.of(
                    TruckTimeCategory.EMPTY,
                    TruckTimeCategory.SHOVEL_QUEUE,
                    TruckTimeCategory.SPOT,
                    TruckTimeCategory.LOAD,
                    TruckTimeCategory.LOADED,
                    TruckTimeCategory.DUMP_QUEUE,
                    TruckTimeCategory.DUMP);

    /** Loads and tonnes. */
    public record Moved(int loads, double tonnes) {

        /** Nothing. */
        public static final Moved NOTHING = new Moved(0, 0);

        /** The sum of both. */
        public Moved plus(Moved other) {
            return new Moved(loads + other.loads, tonnes + other.tonnes);
        }
    }

    public ShiftResult {
        moved = Collections.unmodifiableSortedMap(new TreeMap<>(moved));
        times = Collections.unmodifiableMap(new EnumMap<>(times));
    }

    /** All loads and tonnes. */
    public Moved total() {
        return moved.values().stream().reduce(Moved.NOTHING, Moved::plus);
    }

    /** Truck hours in a category, h. */
    public double hours(TruckTimeCategory category) {
        return times.getOrDefault(category, TimeAndFuel.NONE).hours();
    }

    /** Litres in a category, L. */
    public double litres(TruckTimeCategory category) {
        return times.getOrDefault(category, TimeAndFuel.NONE).litres();
    }

    /** Travel hours, empty and loaded, h. */
    public double travelHours() {
        return hours(TruckTimeCategory.EMPTY) + hours(TruckTimeCategory.LOADED);
    }

    /** Truck hours in queues, h. */
    public double queueHours() {
        return hours(TruckTimeCategory.SHOVEL_QUEUE) + hours(TruckTimeCategory.DUMP_QUEUE);
    }

    /** Litres in the queues, L. */
    public double queueLitres() {
        return litres(TruckTimeCategory.SHOVEL_QUEUE) + litres(TruckTimeCategory.DUMP_QUEUE);
    }

    /** Truck hours in haul cycles, h. */
    public double cycleHours() {
        return IN_CYCLES.stream().mapToDouble(this::hours).sum();
    }

    /**
     * Litres burnt in haul cycles, L. The stops outside of cycles are given by the records and are
     * not part.
     */
    public double cycleLitres() {
        return IN_CYCLES.stream().mapToDouble(this::litres).sum();
    }
}
