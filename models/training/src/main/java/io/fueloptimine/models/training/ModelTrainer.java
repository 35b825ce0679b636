package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelForests;
import io.fueloptimine.models.fuel.IntervalCalibration;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ForestFiles;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ParityProof;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.training.boost.Forest;
import io.fueloptimine.models.training.boost.ForestTrainer;
import io.fueloptimine.models.training.boost.Objective;
import io.fueloptimine.models.training.boost.ParityCheck;
import io.fueloptimine.models.training.evaluation.ClusterBootstrap;
import io.fueloptimine.models.training.evaluation.Evaluator;
import io.fueloptimine.models.training.table.TableSplit;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Trains one model from one table: three forests (mean, 10th and 90th percentile). The validation
 * set, the later hours of the training machines, determines the number of trees. The model is
 * evaluated together with its baselines, and a check ensures that the Java scorer gives the same
 * bits as XGBoost. Equal tables and recipes give equal bytes.
 *
 * <p>The test set is the later hours of machines that are not in the training set. The interval is
 * calibrated by cross-validation grouped by machine. The registered model is calibrated on all
 * rows; for the evaluation on the test set, the model is calibrated on all rows except the test
 * set.
 */
public final class ModelTrainer {

    private final ModelRecipe recipe;
    private final ForestTrainer trainer;
    private final Evaluator evaluator;

    public ModelTrainer(ModelRecipe recipe) {
        this.recipe = recipe;
        this.trainer = new ForestTrainer(recipe.settings(), recipe.neverLess());
        this.evaluator =
                new Evaluator(
                        recipe.mapeFloorL(), ClusterBootstrap.seeded(recipe.settings().seed()));
    }

    /**
     * Trains and evaluates a model, and checks the parity of Java and XGBoost.
     *
     * @param table the history, in order of time
     * @param classes the properties of the machine classes in the history
     * @param source a description of the origin of the history
     * @throws InvalidInputException when there is too little history
     * @throws TrainingException when Java and XGBoost differ on any row of validation or test
     */
    public TrainedModel train(TrainingTable table, MachineClasses classes, String source) {
        requireEnough(table);
        TableSplit split = TableSplit.of(table, recipe.leastExposure());
        if (split.test().rows() == 0 || split.validation().rows() == 0) {
            throw new InvalidInputException(
                    "no class has three trucks, so no truck can be held out for the test");
        }
        Map<Objective, Forest> grown = grow(split);
        CrossValidation unseen =
                CrossValidation.of(table, trainer, sizes(grown), recipe.leastExposure());
        Baselines baselines = Baselines.fit(split.training(), recipe);
        FuelForests forests = forests(grown, unseen.calibration());
        ModelEvaluation evaluation =
                ModelEvaluation.of(
                        evaluator,
                        split.test(),
                        forests(grown, unseen.calibrationWithout(split.test())),
                        baselines,
                        unseen,
                        recipe);
        ModelMetadata metadata =
                new MetadataFactory(recipe, classes, source)
                        .metadata(
                                table,
                                split.training(),
                                trainer.parameters(table, Objective.EXPECTED),
                                evaluation.evaluations(),
                                prove(grown, split),
                                unseen.calibration());
        Map<String, byte[]> report =
                new TrainingReport(metadata, recipe.target(), evaluator)
                        .files(split.test(), forests, evaluation, baselines);
        return new TrainedModel(
                new ModelDraft(metadata, files(grown), report), forests, split.test(), evaluation);
    }

    private void requireEnough(TrainingTable table) {
        if (table.rows() < recipe.fewestRows()) {
            throw new InvalidInputException(
                    String.format(
                            Locale.ROOT,
                            "the history has %d rows for %s, expected at least %d",
                            table.rows(),
                            recipe.name(),
                            recipe.fewestRows()));
        }
    }

    private Map<Objective, Forest> grow(TableSplit split) {
        Map<Objective, Forest> grown = new EnumMap<>(Objective.class);
        for (Objective objective : Objective.values()) {
            grown.put(objective, trainer.train(split.training(), split.validation(), objective));
        }
        return grown;
    }

    private static Map<Objective, Integer> sizes(Map<Objective, Forest> grown) {
        Map<Objective, Integer> sizes = new EnumMap<>(Objective.class);
        grown.forEach((objective, forest) -> sizes.put(objective, forest.trees().size()));
        return sizes;
    }

    private static FuelForests forests(
            Map<Objective, Forest> grown, IntervalCalibration calibration) {
        return FuelForests.of(
                grown.get(Objective.EXPECTED).trees(),
                grown.get(Objective.P10).trees(),
                grown.get(Objective.P90).trees(),
                calibration);
    }

    private static ForestFiles files(Map<Objective, Forest> grown) {
        return ForestFiles.of(
                grown.get(Objective.EXPECTED).json(),
                grown.get(Objective.P10).json(),
                grown.get(Objective.P90).json());
    }

    private static ParityProof prove(Map<Objective, Forest> grown, TableSplit split) {
        for (Forest forest : grown.values()) {
            ParityCheck.prove(forest, split.validation());
            ParityCheck.prove(forest, split.test());
        }
        return ParityProof.of(split.validation().rows() + split.test().rows(), files(grown));
    }
}
