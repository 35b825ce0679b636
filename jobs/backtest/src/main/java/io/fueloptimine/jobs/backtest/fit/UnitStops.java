package io.fueloptimine.jobs.backtest.fit;

import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Times in which loading units and dumps served no truck although one waited. The records name no
 * breakdowns; a unit counts as stopped from the time at which it was free and a truck waited until
 * it served the next truck, if that took at least {@link #SHORTEST_S}. Shorter times are holds,
 * whose distribution is fitted. Immutable.
 */
public final class UnitStops {

    /** The shortest stop, s; chosen. */
    public static final double SHORTEST_S = 300;

    /** A time in which a unit served no truck. */
    public record Stop(Instant from, Instant until) {

        boolean overlaps(Instant begin, Instant end) {
            return begin.isBefore(until) && from.isBefore(end);
        }

        double seconds() {
            return Duration.between(from, until).toMillis() / 1_000.0;
        }
    }

    private UnitStops() {}

    /**
     * The stops of each loading unit, in the order of time.
     *
     * @param unitOf the name of the unit
     */
    public static Map<String, List<Stop>> ofUnits(
            List<RecordedCycle> cycles, Function<RecordedCycle, String> unitOf) {
        Map<String, List<Stop>> stops = new HashMap<>();
        idleWaits(cycles, unitOf)
                .forEach(
                        (unit, waits) ->
                                stops.put(
                                        unit,
                                        waits.stream()
                                                .filter(wait -> wait.seconds() >= SHORTEST_S)
                                                .toList()));
        return stops;
    }

    /** The holds of each unit shorter than a stop, for trucks that found the unit free, s. */
    static Map<String, List<Double>> shortHolds(List<RecordedCycle> cycles) {
        Map<String, List<Double>> holds = new HashMap<>();
        byPlace(cycles, RecordedCycle::unitId, Comparator.comparing(RecordedCycle::servedAt))
                .forEach(
                        (unit, list) -> {
                            Instant free = Instant.MIN;
                            List<Double> found = new ArrayList<>();
                            for (RecordedCycle cycle : list) {
                                if (!cycle.loadArrivedAt().isBefore(free)
                                        && cycle.loadQueueS() < SHORTEST_S) {
                                    found.add(cycle.loadQueueS());
                                }
                                free = cycle.fullAt();
                            }
                            holds.put(unit, found);
                        });
        return holds;
    }

    /** The stops of each dump, in the order of time. */
    public static Map<String, List<Stop>> ofDumps(List<RecordedCycle> cycles) {
        Map<String, List<Stop>> stops = new HashMap<>();
        byPlace(cycles, RecordedCycle::dumpId, Comparator.comparing(RecordedCycle::dumpsAt))
                .forEach(
                        (dump, list) -> {
                            Instant free = Instant.MIN;
                            List<Stop> found = new ArrayList<>();
                            for (RecordedCycle cycle : list) {
                                add(found, later(cycle.dumpArrivedAt(), free), cycle.dumpsAt());
                                free = cycle.dumpsAt();
                            }
                            stops.put(dump, found);
                        });
        return stops;
    }

    /**
     * The times in the queue of each dump, of trucks that did not wait for the end of a stop, s.
     */
    static Map<String, List<Double>> dumpHolds(List<RecordedCycle> cycles) {
        Map<String, List<Stop>> stops = ofDumps(cycles);
        Map<String, List<Double>> holds = new HashMap<>();
        for (RecordedCycle cycle : cycles) {
            if (stops.get(cycle.dumpId()).stream()
                    .noneMatch(stop -> stop.overlaps(cycle.dumpArrivedAt(), cycle.dumpsAt()))) {
                holds.computeIfAbsent(cycle.dumpId(), any -> new ArrayList<>())
                        .add(cycle.dumpQueueS());
            }
        }
        return holds;
    }

    private static void add(List<Stop> stops, Instant from, Instant until) {
        if (from.isBefore(until)) {
            Stop stop = new Stop(from, until);
            if (stop.seconds() >= SHORTEST_S) {
                stops.add(stop);
            }
        }
    }

    private static Map<String, List<Stop>> idleWaits(
            List<RecordedCycle> cycles, Function<RecordedCycle, String> unitOf) {
        Map<String, List<Stop>> waits = new HashMap<>();
        byPlace(cycles, unitOf, Comparator.comparing(RecordedCycle::servedAt))
                .forEach(
                        (unit, list) -> {
                            Instant free = Instant.MIN;
                            List<Stop> found = new ArrayList<>();
                            for (RecordedCycle cycle : list) {
                                Instant from = later(cycle.loadArrivedAt(), free);
                                if (cycle.loadQueueS() > 0 && from.isBefore(cycle.servedAt())) {
                                    found.add(new Stop(from, cycle.servedAt()));
                                }
                                free = cycle.fullAt();
                            }
                            waits.put(unit, found);
                        });
        return waits;
    }

    private static Map<String, List<RecordedCycle>> byPlace(
            List<RecordedCycle> cycles,
            Function<RecordedCycle, String> placeOf,
            Comparator<RecordedCycle> order) {
        Map<String, List<RecordedCycle>> places = new HashMap<>();
        cycles.stream()
                .sorted(order)
                .forEach(
                        cycle ->
                                places.computeIfAbsent(
                                                placeOf.apply(cycle), any -> new ArrayList<>())
                                        .add(cycle));
        return places;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
