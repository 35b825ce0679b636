package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.fuel.HaulPhysics;
import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import io.fueloptimine.models.fuel.refuel.RefuelModel;
import io.fueloptimine.models.fuel.refuel.RefuelPhysics;
import io.fueloptimine.models.fuel.refuel.TruckHistory;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.mine.TruckClass;
import io.fueloptimine.models.training.boost.BoostSettings;
import io.fueloptimine.models.training.boost.ForestTrainer;
import io.fueloptimine.models.training.boost.Objective;
import io.fueloptimine.models.training.linear.LinearModel;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A way to learn litres between refuellings, under the name by which reports call it.
 *
 * @param name the name
 * @param learn makes a predictor from intervals
 */
record RefuelLearner(String name, Function<List<RefuelInterval>, RefuelPredictor> learn) {

    /** Shallow, slow and strongly held back, as few rows want it. */
    private static final BoostSettings BOOST = new BoostSettings(7, 150, 2, 0.06, 10, 0.7, 0.6, 10);

    /** The model of this package: {@link RefuelTrainer}. */
    static RefuelLearner work() {
        return new RefuelLearner(
                "work model",
                intervals -> {
                    RefuelModel model = RefuelTrainer.train(intervals);
                    return (interval, earlier) -> model.expectedL(interval.work());
                });
    }

    /** The same, corrected by how the truck's own earlier refuellings differed from it. */
    static RefuelLearner workWithHistory() {
        return new RefuelLearner(
                "work model + truck's earlier refuellings",
                intervals -> {
                    RefuelModel model = RefuelTrainer.train(intervals);
                    return (interval, earlier) ->
                            model.expectedL(interval.work()) + TruckHistory.offsetL(model, earlier);
                });
    }

    /** Boosted trees over the same work, of which more never means less diesel. */
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

    /** Ordinary least squares over the same work. */
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

    /** {@link HaulPhysics}, which learns nothing. */
    static RefuelLearner physics(TruckClass truck) {
        RefuelPhysics physics = new RefuelPhysics(truck);
        return new RefuelLearner(
                "physics", intervals -> (interval, earlier) -> physics.expectedL(interval));
    }

    /** Always the mean. */
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
