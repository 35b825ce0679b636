package io.fueloptimine.models.training.boost;

import io.fueloptimine.models.training.TrainingException;
import java.util.List;
import java.util.Set;

/**
 * One kind of forest, to be proven on as many hard rows as wanted: that plain Java scores them bit
 * for bit as XGBoost does.
 *
 * @param name what is special about it, in words
 * @param objective what it is trained to answer
 * @param settings how it is grown
 * @param neverLess the features that it is monotone in
 */
public record RandomParityCheck(
        String name, Objective objective, BoostSettings settings, Set<String> neverLess) {

    private static final int TRAINING_ROWS = 4_000;
    private static final int ROWS_AT_ONCE = 50_000;

    public RandomParityCheck {
        neverLess = Set.copyOf(neverLess);
    }

    /** Forests of 100, 300 and 500 trees, 4 to 10 levels deep, of every kind that is trained. */
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
     * Trains the forest and scores so many rows, never seen in training, in both ways, one by one
     * and in bulk.
     *
     * @return how many rows were the same
     * @throws TrainingException at the first row that differs
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
