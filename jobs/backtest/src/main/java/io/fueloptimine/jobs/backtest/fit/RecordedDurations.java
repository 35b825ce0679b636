package io.fueloptimine.jobs.backtest.fit;

import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The durations of one activity as recorded, by place or unit. Draws follow the recorded
 * distribution of the place, or that of all places where fewer than {@link #ENOUGH} are recorded.
 * Immutable.
 */
public final class RecordedDurations {

    /** The number of recorded durations from which a place has its own distribution; chosen. */
    static final int ENOUGH = 20;

    private final Map<String, double[]> byPlace = new HashMap<>();
    private final double[] all;

    private RecordedDurations(Map<String, List<Double>> values) {
        List<Double> pooled = new ArrayList<>();
        values.forEach(
                (place, list) -> {
                    pooled.addAll(list);
                    if (list.size() >= ENOUGH) {
                        byPlace.put(place, sorted(list));
                    }
                });
        all = sorted(pooled);
    }

    /** Durations by place or unit, s. */
    static RecordedDurations of(Map<String, List<Double>> values) {
        return new RecordedDurations(values);
    }

    /** The durations in some cycles, grouped by a place or unit. */
    public static RecordedDurations of(
            List<RecordedCycle> cycles,
            Function<RecordedCycle, String> placeOf,
            ToDoubleFunction<RecordedCycle> seconds) {
        Map<String, List<Double>> values = new HashMap<>();
        for (RecordedCycle cycle : cycles) {
            values.computeIfAbsent(placeOf.apply(cycle), any -> new ArrayList<>())
                    .add(seconds.applyAsDouble(cycle));
        }
        return new RecordedDurations(values);
    }

    /** The mean, s. */
    public double meanS(String place) {
        return Arrays.stream(of(place)).average().orElse(0);
    }

    /** Draws a duration, s. */
    public double draw(String place, SeededRandom random) {
        double[] values = of(place);
        return values.length == 0 ? 0 : values[random.below(values.length)];
    }

    private double[] of(String place) {
        return byPlace.getOrDefault(place, all);
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
