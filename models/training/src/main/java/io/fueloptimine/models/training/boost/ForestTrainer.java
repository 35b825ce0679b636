package io.fueloptimine.models.training.boost;

import io.fueloptimine.models.training.table.TrainingTable;
import java.util.Map;
import java.util.Set;

/**
 * Trains forests. Equal tables and settings give equal bytes. Stateless and thread-safe; XGBoost
 * uses one thread per call.
 */
public final class ForestTrainer {

    private final BoostSettings settings;
    private final Set<String> neverLess;

    /**
     * Creates a trainer.
     *
     * @param neverLess the features for which the prediction must not decrease
     */
    public ForestTrainer(BoostSettings settings, Set<String> neverLess) {
        this.settings = settings;
        this.neverLess = Set.copyOf(neverLess);
    }

    /** Trains a forest with the given number of trees. */
    public Forest train(TrainingTable training, Objective objective, int trees) {
        try (NativeBooster booster = booster(training, objective, trees)) {
            return Forest.of(booster);
        }
    }

    /** Trains a forest with the number of trees that has the lowest loss on the validation rows. */
    public Forest train(TrainingTable training, TrainingTable validation, Objective objective) {
        double[] losses = losses(training, validation, objective);
        int best = 0;
        for (int size = 1; size < losses.length; size++) {
            best = losses[size] < losses[best] ? size : best;
        }
        return train(training, objective, best + 1);
    }

    /**
     * The mean loss on the validation rows for a forest of the first tree, of the first two trees,
     * and so on.
     */
    public double[] losses(TrainingTable training, TrainingTable validation, Objective objective) {
        Forest trial = train(training, objective, settings.mostTrees());
        double[] losses = new double[trial.trees().size()];
        for (int row = 0; row < validation.rows(); row++) {
            float[] staged = trial.trees().predictStaged(validation.row(row));
            for (int size = 0; size < losses.length; size++) {
                losses[size] += objective.loss(staged[size], validation.labels()[row]);
            }
        }
        for (int size = 0; size < losses.length; size++) {
            losses[size] /= validation.rows();
        }
        return losses;
    }

    /** The training parameters by XGBoost's names. */
    public Map<String, Object> parameters(TrainingTable table, Objective objective) {
        return settings.parameters(objective, table.features(), neverLess);
    }

    private NativeBooster booster(TrainingTable training, Objective objective, int trees) {
        return NativeBooster.train(training, parameters(training, objective), trees);
    }
}
