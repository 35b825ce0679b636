package io.fueloptimine.models.training.evaluation;

import java.util.Map;

/**
 * The metrics of predictions with their confidence intervals.
 *
 * @param metrics the metrics
 * @param machines the number of machines
 * @param intervals the 95 % confidence interval of each measure; unknown for one machine
 */
public record Evaluation(Metrics metrics, int machines, Map<Measure, BootstrapInterval> intervals) {

    private static final int FEWEST_ROWS = 2;

    /** Whether there is a single row, which is not representative of a group. */
    public boolean tooFewRows() {
        return metrics.rows() < FEWEST_ROWS;
    }

    /** The 95 % confidence interval of a measure. */
    public BootstrapInterval interval(Measure measure) {
        return intervals.get(measure);
    }
}
