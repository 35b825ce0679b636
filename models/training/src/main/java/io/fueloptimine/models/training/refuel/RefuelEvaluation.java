package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.training.evaluation.Evaluation;
import java.util.Optional;

/**
 * The evaluation of one method.
 *
 * @param name the name of the method
 * @param evaluation the metrics with confidence intervals over trucks
 * @param worstShare the share of the total squared error that comes from the worst 1 % of the
 *     intervals, 0 to 1
 * @param groupings R2 and MAPE over random assignments of trucks to folds; empty without
 *     cross-validation
 */
public record RefuelEvaluation(
        String name, Evaluation evaluation, double worstShare, Optional<Groupings> groupings) {

    /**
     * Metrics over random assignments of trucks to folds.
     *
     * @param r2 share of the variance explained
     * @param mapePct mean absolute error, % of the litres dispensed
     */
    public record Groupings(MeanAndDeviation r2, MeanAndDeviation mapePct) {}
}
