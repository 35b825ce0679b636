package io.fueloptimine.models.training.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Computes the metrics and confidence intervals of predictions, overall and by group. Immutable.
 *
 * @param mapeFloorL rows with fewer litres are left out of the mean absolute percentage error, L,
 *     above 0
 * @param bootstrap computes the confidence intervals
 */
public record Evaluator(double mapeFloorL, ClusterBootstrap bootstrap) {

    /**
     * Evaluates all rows together.
     *
     * @throws IllegalArgumentException when there are no rows
     */
    public Evaluation evaluate(List<PredictedRow> rows) {
        MachineSums sums = MachineSums.of(rows, mapeFloorL);
        return new Evaluation(sums.whole().metrics(), sums.machines(), bootstrap.intervals(sums));
    }

    /** Evaluates each group separately. The groups are in natural order of their names. */
    public SortedMap<String, Evaluation> evaluateBy(Grouping grouping, List<PredictedRow> rows) {
        Map<String, List<PredictedRow>> groups = new TreeMap<>();
        for (PredictedRow row : rows) {
            groups.computeIfAbsent(grouping.of(row), name -> new ArrayList<>()).add(row);
        }
        SortedMap<String, Evaluation> evaluation = new TreeMap<>(NaturalOrder.INSTANCE);
        groups.forEach((name, group) -> evaluation.put(name, evaluate(group)));
        return Collections.unmodifiableSortedMap(evaluation);
    }
}
