package io.fueloptimine.models.training.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges predictions, whole and by group, always by the same rule. Immutable.
 *
 * @param mapeFloorL rows that burned less count for no MAPE, L, above 0
 * @param bootstrap what confidence is drawn with
 */
public record Evaluator(double mapeFloorL, ClusterBootstrap bootstrap) {

    /**
     * Judges all rows together.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Evaluation evaluate(List<PredictedRow> rows) {
        MachineSums sums = MachineSums.of(rows, mapeFloorL);
        return new Evaluation(sums.whole().metrics(), sums.machines(), bootstrap.intervals(sums));
    }

    /** Judges each group by itself; groups are sorted as people sort names with numbers in them. */
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
