package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.TruckClass;
import io.fueloptimine.models.training.evaluation.ClusterBootstrap;
import io.fueloptimine.models.training.evaluation.Evaluator;
import io.fueloptimine.models.training.evaluation.Metrics;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import io.fueloptimine.models.training.table.GroupedFolds;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Evaluates several methods that predict the litres between two refuellings, on the same intervals.
 * Immutable. Equal intervals give equal results.
 *
 * <p>The cross-validation has five folds, to which the trucks are assigned in turn by name. The
 * cross-validation is repeated with random assignments, to show how much the result depends on the
 * assignment.
 */
public final class RefuelComparison {

    /** The number of folds. */
    public static final int FOLDS = 5;

    /** The number of random assignments. */
    public static final int GROUPINGS = 20;

    private static final long SEED = 7;
    private static final double LEAST_MAPE_L = 1;
    private static final int WORST_ONE_IN = 100;
    private static final Evaluator EVALUATOR =
            new Evaluator(LEAST_MAPE_L, ClusterBootstrap.seeded(SEED));

    private static final Comparator<RefuelInterval> IN_ORDER =
            Comparator.comparing(RefuelInterval::truckId).thenComparing(RefuelInterval::to);

    private final List<RefuelLearner> learners;

    /**
     * Creates a comparison of all methods.
     *
     * @param truck the class of the trucks for the physics baseline; empty for no physics baseline
     */
    public RefuelComparison(Optional<TruckClass> truck) {
        List<RefuelLearner> all = new ArrayList<>();
        all.add(RefuelLearner.work());
        all.add(RefuelLearner.workWithHistory());
        all.add(RefuelLearner.boosted());
        all.add(RefuelLearner.linear());
        truck.map(RefuelLearner::physics).ifPresent(all::add);
        all.add(RefuelLearner.mean());
        learners = List.copyOf(all);
    }

    /**
     * Evaluates all methods by cross-validation: the intervals of each truck are predicted by a
     * model trained on other trucks.
     *
     * @throws InvalidInputException when there are too few intervals or trucks
     */
    public List<RefuelEvaluation> crossValidate(List<RefuelInterval> intervals) {
        List<RefuelInterval> ordered = intervals.stream().sorted(IN_ORDER).toList();
        TrainingTable table = RefuelRows.table(ordered);
        if (table.machines() < FOLDS) {
            throw new InvalidInputException(
                    String.format(
                            Locale.ROOT,
                            "%d trucks have usable intervals between refuellings, expected at"
                                    + " least %d",
                            table.machines(),
                            FOLDS));
        }
        GroupedFolds byName = GroupedFolds.of(table, FOLDS);
        List<GroupedFolds> random =
                IntStream.range(0, GROUPINGS)
                        .mapToObj(seed -> GroupedFolds.shuffled(table, FOLDS, seed))
                        .toList();
        return learners.stream()
                .map(learner -> evaluation(learner, ordered, byName, random))
                .toList();
    }

    /**
     * Trains all methods on the intervals of one mine and evaluates them on the intervals of
     * another mine.
     */
    public List<RefuelEvaluation> transfer(List<RefuelInterval> from, List<RefuelInterval> to) {
        List<RefuelInterval> ordered = to.stream().sorted(IN_ORDER).toList();
        List<RefuelInterval> training = from.stream().sorted(IN_ORDER).toList();
        return learners.stream()
                .map(
                        learner -> {
                            RefuelPredictor predictor = learner.learn().apply(training);
                            return evaluation(
                                    learner.name(),
                                    IntStream.range(0, ordered.size())
                                            .mapToObj(i -> predictions(predictor, ordered, i))
                                            .toList(),
                                    Optional.empty());
                        })
                .toList();
    }

    private static RefuelEvaluation evaluation(
            RefuelLearner learner,
            List<RefuelInterval> ordered,
            GroupedFolds byName,
            List<GroupedFolds> random) {
        List<Metrics> repeats =
                random.stream()
                        .map(folds -> Metrics.of(outOfFold(learner, ordered, folds), LEAST_MAPE_L))
                        .toList();
        RefuelEvaluation.Groupings groupings =
                new RefuelEvaluation.Groupings(
                        MeanAndDeviation.of(repeats.stream().mapToDouble(Metrics::r2).toArray()),
                        MeanAndDeviation.of(
                                repeats.stream().mapToDouble(Metrics::mapePct).toArray()));
        return evaluation(
                learner.name(), outOfFold(learner, ordered, byName), Optional.of(groupings));
    }

    private static RefuelEvaluation evaluation(
            String name, List<PredictedRow> rows, Optional<RefuelEvaluation.Groupings> groupings) {
        return new RefuelEvaluation(name, EVALUATOR.evaluate(rows), worstShare(rows), groupings);
    }

    private static List<PredictedRow> outOfFold(
            RefuelLearner learner, List<RefuelInterval> ordered, GroupedFolds folds) {
        PredictedRow[] rows = new PredictedRow[ordered.size()];
        for (int fold = 0; fold < folds.count(); fold++) {
            int held = fold;
            RefuelPredictor predictor =
                    learner.learn()
                            .apply(
                                    IntStream.range(0, rows.length)
                                            .filter(i -> folds.of(i) != held)
                                            .mapToObj(ordered::get)
                                            .toList());
            IntStream.range(0, rows.length)
                    .filter(i -> folds.of(i) == held)
                    .forEach(i -> rows[i] = predictions(predictor, ordered, i));
        }
        return List.of(rows);
    }

    private static PredictedRow predictions(
            RefuelPredictor predictor, List<RefuelInterval> ordered, int index) {
        RefuelInterval interval = ordered.get(index);
        List<RefuelInterval> earlier =
                ordered.subList(0, index).stream()
                        .filter(other -> other.truckId().equals(interval.truckId()))
                        .toList();
        return new PredictedRow(
                interval.truckId(),
                RefuelRows.classOf(interval),
                null,
                null,
                interval.dispensedL(),
                predictor.expectedL(interval, earlier),
                Double.NaN,
                Double.NaN);
    }

    private static double worstShare(List<PredictedRow> rows) {
        double[] squared =
                rows.stream()
                        .mapToDouble(row -> row.residualL() * row.residualL())
                        .sorted()
                        .toArray();
        int worst = Math.max(1, squared.length / WORST_ONE_IN);
        double tail = Arrays.stream(squared, squared.length - worst, squared.length).sum();
        return tail / Arrays.stream(squared).sum();
    }
}
