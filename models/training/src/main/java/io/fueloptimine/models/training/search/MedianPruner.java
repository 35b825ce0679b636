package io.fueloptimine.models.training.search;

import io.fueloptimine.models.training.evaluation.Quantiles;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Stops a trial whose best value so far is above the median of the values that complete trials
 * reported at the same step: the median stopping rule of Golovin et al., "Google Vizier", KDD 2017,
 * as implemented in Optuna.
 *
 * @param startupTrials number of complete trials before any trial can be stopped, 1 or more
 * @param warmupSteps no trial is stopped before this step, 0 or more
 * @param intervalSteps steps between two checks, counted from the end of the warm-up, 1 or more; a
 *     check without a report at its step is made at the next report
 */
public record MedianPruner(int startupTrials, int warmupSteps, int intervalSteps) {

    /**
     * Optuna's default settings: trials can be stopped after five complete trials, at every step.
     */
    public static final MedianPruner DEFAULT = new MedianPruner(5, 0, 1);

    public MedianPruner {
        requireAtLeast(1, "startupTrials", startupTrials);
        requireAtLeast(0, "warmupSteps", warmupSteps);
        requireAtLeast(1, "intervalSteps", intervalSteps);
    }

    private static void requireAtLeast(int least, String field, int value) {
        if (value < least) {
            throw new IllegalArgumentException(
                    field + " must be " + least + " or more, was " + value);
        }
    }

    /**
     * Whether a running trial should stop.
     *
     * @param reported the values reported so far, by step; not empty
     * @param trials the earlier trials
     */
    boolean shouldStop(SortedMap<Integer, Double> reported, List<Trial> trials) {
        List<Trial> complete =
                trials.stream().filter(trial -> trial.state() == TrialState.COMPLETE).toList();
        if (complete.size() < startupTrials || !isCheckDue(reported)) {
            return false;
        }
        OptionalDouble best = finite(reported.values().stream()).min();
        double[] others =
                finite(complete.stream().map(trial -> trial.reported().get(reported.lastKey())))
                        .sorted()
                        .toArray();
        return best.isEmpty()
                || others.length > 0 && best.getAsDouble() > Quantiles.medianOfSorted(others);
    }

    private boolean isCheckDue(SortedMap<Integer, Double> reported) {
        int step = reported.lastKey();
        SortedMap<Integer, Double> earlier = reported.headMap(step);
        int before = earlier.isEmpty() ? -1 : earlier.lastKey();
        int latestCheck = step - (step - warmupSteps) % intervalSteps;
        return step >= warmupSteps && before < latestCheck;
    }

    private static DoubleStream finite(Stream<Double> values) {
        return values.filter(value -> value != null && !value.isNaN())
                .mapToDouble(Double::doubleValue);
    }
}
