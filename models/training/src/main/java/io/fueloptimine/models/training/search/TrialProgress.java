package io.fueloptimine.models.training.search;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes the intermediate values of a running trial and decides whether it should continue. Not
 * thread-safe.
 */
public final class TrialProgress {

    private final MedianPruner pruner;
    private final List<Trial> trials;
    private final SortedMap<Integer, Double> reported = new TreeMap<>();
    private boolean stopped;

    TrialProgress(MedianPruner pruner, List<Trial> trials) {
        this.pruner = pruner;
        this.trials = trials;
    }

    /**
     * Reports an intermediate value.
     *
     * @param step 0 or more, higher than the previous step
     * @param value the objective's value so far; a value that is not finite is stored as NaN
     * @throws IllegalArgumentException when the step is not higher than the previous one
     */
    public void report(int step, double value) {
        int before = reported.isEmpty() ? -1 : reported.lastKey();
        if (step <= before) {
            throw new IllegalArgumentException("step must be above " + before + ", was " + step);
        }
        reported.put(step, Double.isFinite(value) ? value : Double.NaN);
    }

    /**
     * Whether the trial should stop after the last reported step. Once this method has returned
     * true, the trial is recorded as pruned, whatever value the objective returns. Call it only
     * where the objective can stop.
     */
    public boolean shouldStop() {
        stopped = stopped || !reported.isEmpty() && pruner.shouldStop(reported(), trials);
        return stopped;
    }

    boolean stopped() {
        return stopped;
    }

    SortedMap<Integer, Double> reported() {
        return Collections.unmodifiableSortedMap(reported);
    }
}
