package io.fueloptimine.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.training.boost.BoostSettings;
import io.fueloptimine.models.training.evaluation.Metrics;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import io.fueloptimine.models.training.table.TrainingTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainerTest {

    private static final MachineClasses CLASSES = MachineClasses.standard();
    private static final ModelRecipe RECIPE =
            ModelRecipe.windows(7).with(new BoostSettings(7, 60, 4, 0.2, 5));

    @TempDir Path root;

    @Test
    void beatsEachBaselineOnUnseenMachinesAndHours() {
        ModelEvaluation evaluation = train(SyntheticWindows.of(12, 400, 1)).evaluation();

        assertThat(evaluation.evaluations())
                .containsOnlyKeys(
                        "model",
                        "model-unseen-machines",
                        "physics",
                        "physics-by-class",
                        "linear",
                        "mean");
        double rmse = evaluation.ofModel().metrics().rmseL();
        assertThat(rmse)
                .isLessThan(rmse(evaluation, "physics"))
                .isLessThan(rmse(evaluation, "linear"));
        assertThat(rmse).isLessThan(0.2 * rmse(evaluation, "mean"));
        assertThat(evaluation.ofModel().metrics().r2()).isGreaterThan(0.95);
    }

    /** Trucks differ by factors that no feature tells: only machines left out show how much. */
    @Test
    void predictsIntervalsThatContainFourOfFiveRowsOfUnseenMachines() {
        ModelEvaluation evaluation = train(SyntheticWindows.of(20, 300, 1)).evaluation();

        assertThat(evaluation.ofUnseenMachines().metrics().coveragePct())
                .isCloseTo(80, within(3.0));
        assertThat(evaluation.predictions()).allMatch(row -> row.lowL() <= row.expectedL());
        assertThat(evaluation.predictions()).allMatch(row -> row.highL() >= row.expectedL());
    }

    /** The test's trucks burn half as much again: by its own rows it would be held more often. */
    @Test
    void evaluatesTheIntervalWithACalibrationWithoutTheTestSet() {
        Set<String> heldOut = Set.of("T104", "T105");
        List<FuelWindow> windows =
                SyntheticWindows.of(12, 200, 1).stream()
                        .map(
                                w ->
                                        heldOut.contains(w.machineId()) && isLater(w, 140)
                                                ? thirsty(w)
                                                : w)
                        .toList();

        TrainedModel trained = train(windows);

        Metrics predictions = trained.evaluation().ofModel().metrics();
        Metrics shipped = Metrics.of(ForestPredictions.of(trained.test(), trained.forests()), 0.5);
        assertThat(trained.test().origins()).allMatch(row -> heldOut.contains(row.machineId()));
        assertThat(predictions.meanWidthL()).isLessThan(0.9 * shipped.meanWidthL());
        assertThat(predictions.maeL()).isEqualTo(shipped.maeL());
    }

    @Test
    void coversOnlyTheClassesItWasTrainedOn() {
        List<FuelWindow> windows =
                SyntheticWindows.of(12, 200, 1).stream()
                        .filter(w -> w.equipmentClass().equals("930E") || isLater(w, 190))
                        .toList();

        MachineClasses covered = train(windows).draft().metadata().classes();

        assertThat(covered.truck("930E")).isNotNull();
        assertThat(covered.truck("793F")).isNull();
    }

    /** In this mine more lift means less diesel, which no mine has. */
    @Test
    void neverExpectsLessOfACycleForMoreLift() {
        ModelRecipe recipe =
                ModelRecipe.cycles(7).with(new BoostSettings(7, 60, 4, 0.2, 2, 0.8, 0.8, 1));
        TrainingTable table = Cycles.thatBurnLessForMoreLift(300);
        int lift = table.features().indexOf("lift_m");

        TrainedModel trained = new ModelTrainer(recipe).train(table, CLASSES, "a test");

        for (int row = 0; row < table.rows(); row++) {
            float[] features = table.row(row);
            double before = 0;
            for (int liftM = -50; liftM <= 400; liftM += 25) {
                features[lift] = liftM;
                double expected = trained.forests().of(features).expectedL();
                assertThat(expected).isGreaterThanOrEqualTo(before);
                before = expected;
            }
        }
    }

    @Test
    void givesTheSameBytesForTheSameHistoryInAnyOrder() {
        List<FuelWindow> windows = SyntheticWindows.of(8, 200, 1);
        List<FuelWindow> shuffled = new ArrayList<>(windows);
        Collections.shuffle(shuffled, new Random(3));

        TrainedModel first = train(windows);
        TrainedModel second = train(shuffled);

        assertThat(second.draft()).usingRecursiveComparison().isEqualTo(first.draft());
    }

    @Test
    void neverExpectsLessForMoreLoad() {
        TrainedModel trained = train(SyntheticWindows.of(8, 200, 1));
        TrainingTable unseen = table(SyntheticWindows.of(4, 50, 9));

        for (int row = 0; row < unseen.rows(); row++) {
            float[] features = unseen.row(row);
            double before = 0;
            for (int payloadT = 0; payloadT <= 340; payloadT += 20) {
                features[0] = payloadT;
                double expected = trained.forests().of(features).expectedL();
                assertThat(expected).isGreaterThanOrEqualTo(before);
                before = expected;
            }
        }
    }

    @Test
    void givesThePredictionsOfItsEvaluationFromTheRegistry() {
        List<FuelWindow> windows = SyntheticWindows.of(8, 200, 1);
        TrainedModel trained = train(windows);
        ModelRegistry registry = new ModelRegistry(root);

        FuelModel filed =
                registry.load(ModelRegistry.FUEL_WINDOW, registry.register(trained.draft()));

        PredictedRow first = trained.evaluation().predictions().get(0);
        FuelWindow itsWindow =
                windows.stream()
                        .filter(window -> window.machineId().equals(first.machineId()))
                        .filter(
                                window ->
                                        window.end().equals(trained.test().origins().get(0).time()))
                        .findFirst()
                        .orElseThrow();
        assertThat(filed.expectedLitres(itsWindow)).isCloseTo(first.expectedL(), within(1e-9));
        assertThat(registry.metadata(ModelRegistry.FUEL_WINDOW, 1).parity().rows())
                .isGreaterThan(400);
    }

    @Test
    void attachesAReportWithBaselinesAndContributions() {
        TrainedModel trained = train(SyntheticWindows.of(8, 200, 1));

        String report =
                new String(trained.draft().attachments().get("report.md"), StandardCharsets.UTF_8);

        assertThat(report)
                .contains("physics", "linear", "Durbin-Watson", "payload_t", "Unseen machines");
        assertThat(trained.draft().attachments().keySet())
                .contains("report.html", "pictures/contributions.svg");
    }

    @Test
    void rejectsTooLittleHistory() {
        assertThatThrownBy(() -> train(SyntheticWindows.of(8, 10, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("80 rows for fuel-window, expected at least 500");
        assertThatThrownBy(() -> train(SyntheticWindows.of(2, 400, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("three trucks");
    }

    private static double rmse(ModelEvaluation evaluation, String name) {
        return evaluation.evaluations().get(name).metrics().rmseL();
    }

    private static boolean isLater(FuelWindow window, int minute) {
        return !window.start().isBefore(SyntheticWindows.START.plusSeconds(60L * minute));
    }

    private static FuelWindow thirsty(FuelWindow window) {
        return SyntheticWindows.burning(window, 1.5);
    }

    private static TrainedModel train(List<FuelWindow> windows) {
        return new ModelTrainer(RECIPE).train(table(windows), CLASSES, "a test");
    }

    private static TrainingTable table(List<FuelWindow> windows) {
        return WindowTable.of(windows, CLASSES);
    }
}
