package io.fueloptimine.models.training;

import io.fueloptimine.models.training.boost.BoostSettings;
import io.fueloptimine.models.training.boost.ForestTrainer;
import io.fueloptimine.models.training.boost.Objective;
import io.fueloptimine.models.training.search.IntegerParameter;
import io.fueloptimine.models.training.search.MedianPruner;
import io.fueloptimine.models.training.search.RealParameter;
import io.fueloptimine.models.training.search.Sampler;
import io.fueloptimine.models.training.search.SearchSpace;
import io.fueloptimine.models.training.search.Study;
import io.fueloptimine.models.training.search.StudyListener;
import io.fueloptimine.models.training.search.StudySettings;
import io.fueloptimine.models.training.search.TrialParameters;
import io.fueloptimine.models.training.search.TrialProgress;
import io.fueloptimine.models.training.table.GroupedFolds;
import io.fueloptimine.models.training.table.TableSplit;
import io.fueloptimine.models.training.table.TrainingTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Searches for the booster settings with the lowest error on unseen machines. Each trial is a
 * cross-validation on the training set, grouped by machine. A trial stops after a fold if its error
 * is above the median of the earlier trials. The test set is not used.
 */
public final class SettingsSearch {

    private static final int FOLDS = 3;

    private static final SearchSpace SPACE =
            SearchSpace.of(
                    new IntegerParameter("max_depth", 2, 8),
                    RealParameter.logUniform("eta", 0.02, 0.3),
                    RealParameter.logUniform("min_child_weight", 1, 100),
                    RealParameter.uniform("subsample", 0.5, 1),
                    RealParameter.uniform("colsample_bytree", 0.5, 1),
                    RealParameter.logUniform("lambda", 0.1, 30));

    private final ModelRecipe recipe;
    private final TrainingTable training;
    private final GroupedFolds folds;

    /**
     * Creates a search for one table.
     *
     * @param table the complete history, in order of time
     */
    public SettingsSearch(ModelRecipe recipe, TrainingTable table) {
        this.recipe = recipe;
        this.training = TableSplit.of(table, recipe.leastExposure()).training();
        this.folds = GroupedFolds.of(training, FOLDS);
    }

    /**
     * Runs the search until it has the given number of trials.
     *
     * @param journal the journal from which an interrupted search resumes; empty for none
     * @param listener is called after each trial
     * @return the recipe with the best settings; the unchanged recipe when no trial completed
     */
    public ModelRecipe best(
            Sampler sampler, int trials, Optional<Path> journal, StudyListener listener) {
        StudySettings settings =
                new StudySettings(
                        recipe.name() + " " + training.fingerprint(),
                        recipe.settings().seed(),
                        SPACE,
                        sampler,
                        MedianPruner.DEFAULT);
        Study study =
                journal.map(file -> Study.journaled(settings, file))
                        .orElseGet(() -> Study.inMemory(settings));
        return study.run(this::loss, trials, listener)
                .map(trial -> recipe.with(settings(trial.parameters())))
                .orElse(recipe);
    }

    /**
     * The mean loss on the machines left out, for the number of trees with which this loss is
     * lowest.
     */
    private double loss(TrialParameters parameters, TrialProgress progress) {
        ForestTrainer trainer = new ForestTrainer(settings(parameters), recipe.neverLess());
        double sum = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            int heldOut = fold;
            double[] losses =
                    trainer.losses(
                            training.where(row -> folds.of(row) != heldOut),
                            training.where(row -> folds.of(row) == heldOut),
                            Objective.EXPECTED);
            sum += Arrays.stream(losses).min().orElse(Double.NaN);
            progress.report(fold, sum / (fold + 1));
            if (progress.shouldStop()) {
                return Double.NaN;
            }
        }
        return sum / folds.count();
    }

    private BoostSettings settings(TrialParameters parameters) {
        return new BoostSettings(
                recipe.settings().seed(),
                recipe.settings().mostTrees(),
                parameters.integer("max_depth"),
                parameters.real("eta"),
                parameters.real("min_child_weight"),
                parameters.real("subsample"),
                parameters.real("colsample_bytree"),
                parameters.real("lambda"));
    }
}
