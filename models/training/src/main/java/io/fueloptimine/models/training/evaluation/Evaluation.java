package io.fueloptimine.models.training.evaluation;

import java.util.Map;

/**
 * What rows say of the predictions, and how surely.
 *
 * @param metrics the figures
 * @param machines how many machines they rest on
 * @param intervals where each figure lies with 95 % confidence; unknown when it rests on one
 *     machine
 */
public record Evaluation(Metrics metrics, int machines, Map<Measure, BootstrapInterval> intervals) {

    private static final int FEWEST_ROWS = 2;

    /** Whether it rests on a single row, which says nothing of a group. */
    public boolean tooFewRows() {
        return metrics.rows() < FEWEST_ROWS;
    }

    /** Where a figure lies with 95 % confidence. */
    public BootstrapInterval interval(Measure measure) {
        return intervals.get(measure);
    }
}
