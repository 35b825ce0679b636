package io.fueloptimine.models.training.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Confidence intervals by resampling machines with replacement.
 *
 * <p>The rows of one machine are similar, so machines are drawn with all their rows; drawing single
 * rows would give intervals that are too narrow. The intervals are percentile intervals (Davison
 * and Hinkley, "Bootstrap Methods and their Application", 1997, sections 3.8 and 5.3). With fewer
 * than about ten machines the intervals are too narrow; with one machine they are unknown.
 *
 * <p>Equal seeds give equal draws. Immutable.
 *
 * @param replicates the number of resamples, at least 1
 * @param seed the seed of the draws
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

    /** Creates a bootstrap with the default of 1,000 replicates. */
    public static ClusterBootstrap seeded(long seed) {
        return new ClusterBootstrap(USUAL_REPLICATES, seed);
    }

    /** The interval of each measure, in the order of {@link Measure}. */
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

    /** The interval of a statistic of two predictors, with the same draws for both predictors. */
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

    /**
     * The random draws. Each draw has as many machine indexes as there are machines. There are no
     * draws for fewer than two machines.
     */
    private Stream<int[]> draws(int machines) {
        if (machines < FEWEST_MACHINES) {
            return Stream.empty();
        }
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> random.ints(machines, 0, machines).toArray())
                .limit(replicates);
    }
}
