package io.fueloptimine.models.training.boost;

import io.fueloptimine.models.training.TrainingException;
import java.util.List;
import java.util.Set;

/**
 * A parity check of the Java scorer and XGBoost with one kind of forest and random rows.
 *
 * @param name a description of the forest
 * @param objective the statistic that the forest predicts
 * @param settings the settings of the booster
 * @param neverLess the features with a monotonicity constraint
 */
public record RandomParityCheck(
        String name, Objective objective, BoostSettings settings, Set<String> neverLess) {

    private static final int TRAINING_ROWS = 4_000;
    private static final int ROWS_AT_ONCE = 50_000;

    public RandomParityCheck {
        neverLess = Set.copyOf(neverLess);
    }

    /**
     * The standard checks: a quantile forest of 100 trees, a monotone forest of 300 trees and a
     * subsampled forest of 500 trees, with depths of 4 to 10.
     */
    public static List<RandomParityCheck> standard() {
        return List.of(
                new RandomParityCheck(
                        "100 trees, 10 levels, 90th percentile",
                        Objective.P90,
                        new BoostSettings(1, 100, 10, 0.1, 5),
                        Set.of()),
                new RandomParityCheck(
                        "300 trees, 6 levels, monotone",
                        Objective.EXPECTED,
                        new BoostSettings(2, 300, 6, 0.1, 5),
                        Set.of("f0", "f3")),
                new RandomParityCheck(
                        "500 trees, 4 levels, subsampled",
                        Objective.EXPECTED,
                        new BoostSettings(3, 500, 4, 0.05, 1, 0.7, 0.7, 1),
                        Set.of()));
    }

    /**
     * Trains the forest and compares the Java scorer with XGBoost on the given number of new rows,
     * one by one and in batches.
     *
     * @return the number of rows compared
     * @throws TrainingException on the first row that differs
     */
    public long prove(long rows) {
        Forest forest =
                new ForestTrainer(settings, neverLess)
                        .train(
                                ParityRows.toTrain(TRAINING_ROWS, settings.seed()),
                                objective,
                                settings.mostTrees());
        long proven = 0;
        try (NativeBooster booster = NativeBooster.load(forest.json())) {
            while (proven < rows) {
                int next = (int) Math.min(ROWS_AT_ONCE, rows - proven);
                long seed = settings.seed() * 1_000_003 + proven;
                proven +=
                        ParityCheck.prove(booster, forest.trees(), ParityRows.toScore(next, seed));
            }
        }
        return proven;
    }
}
