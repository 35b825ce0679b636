package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.fuel.HaulPhysics;
import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import io.fueloptimine.models.fuel.refuel.RefuelModel;
import io.fueloptimine.models.fuel.refuel.RefuelPhysics;
import io.fueloptimine.models.fuel.refuel.TruckHistory;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.mine.site.TruckClass;
import io.fueloptimine.models.training.boost.BoostSettings;
import io.fueloptimine.models.training.boost.ForestTrainer;
import io.fueloptimine.models.training.boost.Objective;
import io.fueloptimine.models.training.linear.LinearModel;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A method to predict the litres between two refuellings.
 *
 * @param name the name of the method in reports
 * @param learn the function that trains a predictor on intervals
 */
record RefuelLearner(String name, Function<List<RefuelInterval>, RefuelPredictor> learn) {

    /**
     * The settings of the boosted trees. Because there are few intervals, the trees are shallow,
     * the learning rate is low and the regularisation is strong.
     */
    private static final BoostSettings BOOST = new BoostSettings(7, 150, 2, 0.06, 10, 0.7, 0.6, 10);

    /**
     * Predicts from the work done in the interval ({@link WorkItem}) with the model that {@link
     * RefuelTrainer} fits. FuelOptiMine uses this method; the other methods serve for comparison.
     */
    static RefuelLearner work() {
        return new RefuelLearner(
                "work model",
                intervals -> {
                    RefuelModel model = RefuelTrainer.train(intervals);
                    return (interval, earlier) -> model.expectedL(interval.work());
                });
    }

    /**
     * Predicts as {@link #work} does, and corrects the prediction by the residuals of the truck's
     * earlier refuellings.
     */
    static RefuelLearner workWithHistory() {
        return new RefuelLearner(
                "work model + truck's earlier refuellings",
                intervals -> {
                    RefuelModel model = RefuelTrainer.train(intervals);
                    return (interval, earlier) ->
                            model.expectedL(interval.work()) + TruckHistory.offsetL(model, earlier);
                });
    }

    /**
     * Predicts from the work done in the interval with boosted trees that have monotonicity
     * constraints.
     */
    static RefuelLearner boosted() {
        ForestTrainer trainer = new ForestTrainer(BOOST, Set.copyOf(WorkItem.COLUMNS));
        return new RefuelLearner(
                "XGBoost",
                intervals -> {
                    XgboostTrees trees =
                            trainer.train(
                                            RefuelRows.table(intervals),
                                            Objective.EXPECTED,
                                            BOOST.mostTrees())
                                    .trees();
                    return (interval, earlier) -> trees.predict(RefuelRows.floats(interval));
                });
    }

    /** Predicts from the work done in the interval by ordinary least squares. */
    static RefuelLearner linear() {
        return new RefuelLearner(
                "OLS",
                intervals -> {
                    LinearModel model =
                            LinearModel.fit(
                                    WorkItem.COLUMNS,
                                    RefuelRows.work(intervals),
                                    RefuelRows.litres(intervals));
                    return (interval, earlier) -> model.predict(interval.work().amounts());
                });
    }

    /** Predicts by {@link HaulPhysics}, without training. */
    static RefuelLearner physics(TruckClass truck) {
        RefuelPhysics physics = new RefuelPhysics(truck);
        return new RefuelLearner(
                "physics", intervals -> (interval, earlier) -> physics.expectedL(interval));
    }

    /** Predicts the mean litres of the training intervals. */
    static RefuelLearner mean() {
        return new RefuelLearner(
                "mean",
                intervals -> {
                    double mean =
                            intervals.stream()
                                    .mapToDouble(RefuelInterval::dispensedL)
                                    .average()
                                    .orElseThrow();
                    return (interval, earlier) -> mean;
                });
    }
}
