package io.fueloptimine.models.training.search;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a running trial reports, and whether it is worth going on. Not thread-safe. */
public final class TrialProgress {

    private final Pruner pruner;
    private final List<Trial> told;
    private final SortedMap<Integer, Double> reported = new TreeMap<>();
    private boolean stopped;

    TrialProgress(Pruner pruner, List<Trial> told) {
        this.pruner = pruner;
        this.told = told;
    }

    /**
     * Tells how the trial does so far.
     *
     * @param step 0 or more, above the step before
     * @param value what is to be as small as can be; one that is not finite counts as NaN
     * @throws IllegalArgumentException when steps do not ascend
     */
    public void report(int step, double value) {
        int before = reported.isEmpty() ? -1 : reported.lastKey();
        if (step <= before) {
            throw new IllegalArgumentException("step must be above " + before + ", was " + step);
        }
        reported.put(step, Double.isFinite(value) ? value : Double.NaN);
    }

    /**
     * Whether the trial should stop at the step last reported. Once told so it counts as pruned,
     * whatever the objective returns: ask only where a yes is obeyed.
     */
    public boolean shouldStop() {
        stopped = stopped || !reported.isEmpty() && pruner.shouldStop(reported(), told);
        return stopped;
    }

    boolean stopped() {
        return stopped;
    }

    SortedMap<Integer, Double> reported() {
        return Collections.unmodifiableSortedMap(reported);
    }
}
