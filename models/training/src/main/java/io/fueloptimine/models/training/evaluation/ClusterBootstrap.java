package io.fueloptimine.models.training.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Confidence by resampling machines with replacement.
 *
 * <p>The minutes of one machine are alike, so what is drawn is the machine with all its rows;
 * drawing rows would make every interval too narrow. Intervals are percentile intervals (Davison
 * and Hinkley, "Bootstrap Methods and their Application", 1997, sections 3.8 and 5.3). They are too
 * narrow still where there are few machines, below about ten; of one machine nothing is known.
 *
 * <p>The same seed gives the same draws. Immutable.
 *
 * @param replicates how many resamples, at least 1
 * @param seed what the draws follow from
 */
public record ClusterBootstrap(int replicates, long seed) {

    private static final int USUAL_REPLICATES = 1_000;
    private static final int FEWEST_MACHINES = 2;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException when there are no replicates
     */
    public ClusterBootstrap {
        if (replicates < 1) {
            throw new IllegalArgumentException("replicates must be at least 1, was " + replicates);
        }
    }

    /** The usual 1,000 replicates. */
    public static ClusterBootstrap seeded(long seed) {
        return new ClusterBootstrap(USUAL_REPLICATES, seed);
    }

    /** Every measure's interval, in the order of {@link Measure}. */
    Map<Measure, BootstrapInterval> intervals(MachineSums sums) {
        Metrics[] resampled =
                draws(sums.machines())
                        .map(drawn -> sums.of(drawn).metrics())
                        .toArray(Metrics[]::new);
        Map<Measure, BootstrapInterval> intervals = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            intervals.put(measure, interval(resampled, measure::of));
        }
        return Collections.unmodifiableMap(intervals);
    }

    /** The interval of a figure of two predictors' sums, each pair of sums from the same draw. */
    BootstrapInterval interval(
            MachineSums first, MachineSums second, ToDoubleFunction<ErrorSums[]> of) {
        ErrorSums[][] resampled =
                draws(first.machines())
                        .map(drawn -> new ErrorSums[] {first.of(drawn), second.of(drawn)})
                        .toArray(ErrorSums[][]::new);
        return interval(resampled, of);
    }

    private static <T> BootstrapInterval interval(T[] resampled, ToDoubleFunction<T> figure) {
        return BootstrapInterval.ofReplicates(
                Arrays.stream(resampled).mapToDouble(figure).toArray());
    }

    /** As many indexes of machines a draw as there are machines; no draw of fewer than two. */
    private Stream<int[]> draws(int machines) {
        if (machines < FEWEST_MACHINES) {
            return Stream.empty();
        }
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> random.ints(machines, 0, machines).toArray())
                .limit(replicates);
    }
}
