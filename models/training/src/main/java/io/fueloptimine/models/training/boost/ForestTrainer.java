package io.fueloptimine.models.training.boost;

import io.fueloptimine.models.training.table.TrainingTable;
import java.util.Map;
import java.util.Set;

/**
 * Grows forests of one kind. The same table and settings give the same bytes. Stateless and
 * thread-safe, though XGBoost itself uses one thread per call.
 */
public final class ForestTrainer {

    private final BoostSettings settings;
    private final Set<String> neverLess;

    /**
     * A trainer.
     *
     * @param neverLess the features of which more never means less diesel
     */
    public ForestTrainer(BoostSettings settings, Set<String> neverLess) {
        this.settings = settings;
        this.neverLess = Set.copyOf(neverLess);
    }

    /** A forest of so many trees. */
    public Forest train(TrainingTable training, Objective objective, int trees) {
        try (NativeBooster booster = booster(training, objective, trees)) {
            return Forest.of(booster);
        }
    }

    /** A forest of as many trees as answer unseen rows best. */
    public Forest train(TrainingTable training, TrainingTable validation, Objective objective) {
        double[] losses = losses(training, validation, objective);
        int best = 0;
        for (int size = 1; size < losses.length; size++) {
            best = losses[size] < losses[best] ? size : best;
        }
        return train(training, objective, best + 1);
    }

    /** The mean loss on unseen rows of the first tree, the first two, and so on. */
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

    /** What the forests are grown with, by XGBoost's names. */
    public Map<String, Object> parameters(TrainingTable table, Objective objective) {
        return settings.parameters(objective, table.features(), neverLess);
    }

    private NativeBooster booster(TrainingTable training, Objective objective, int trees) {
        return NativeBooster.train(training, parameters(training, objective), trees);
    }
}
