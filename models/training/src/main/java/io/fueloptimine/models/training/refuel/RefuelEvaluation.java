package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.training.evaluation.Evaluation;
import java.util.Optional;

/**
 * What one way to learn is worth.
 *
 * @param name the way's name
 * @param evaluation its figures with their confidence, over trucks resampled whole
 * @param worstShare what share of its squared error the worst 1 % of the intervals hold, 0 to 1
 * @param groupings how R2 and MAPE vary over random groupings; empty when there is but one test
 */
public record RefuelEvaluation(
        String name, Evaluation evaluation, double worstShare, Optional<Groupings> groupings) {

    /**
     * Figures over random groupings of the trucks.
     *
     * @param r2 share of the variance explained
     * @param mapePct mean absolute error, % of the litres dispensed
     */
    public record Groupings(MeanAndDeviation r2, MeanAndDeviation mapePct) {}
}
