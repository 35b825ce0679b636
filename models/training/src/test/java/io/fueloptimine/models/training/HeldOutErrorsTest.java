package io.fueloptimine.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.training.boost.BoostSettings;
import io.fueloptimine.models.training.boost.ForestTrainer;
import io.fueloptimine.models.training.boost.Objective;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import io.fueloptimine.models.training.table.AverageLitres;
import io.fueloptimine.models.training.table.TrainingTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeldOutErrorsTest {

    private static final MachineClasses CLASSES = MachineClasses.standard();
    private static final ModelRecipe RECIPE =
            ModelRecipe.windows(7).with(new BoostSettings(7, 40, 4, 0.2, 5));

    @Test
    void putsTheModelAndItsRivalsBesideEachOther() {
        TrainedModel trained = train(windows(), AverageLitres.UNKNOWN);

        HeldOutErrors errors = trained.evaluation().heldOut();

        assertThat(errors.rows()).isEqualTo(10 * 120);
        assertThat(errors.machines()).isEqualTo(10);
        assertThat(errors.errors())
                .extracting(HeldOutErrors.Error::predictor)
                .containsExactlyInAnyOrder(
                        "model",
                        "mean",
                        "linear",
                        "linear-with-work",
                        "physics",
                        "physics-by-class");
        HeldOutErrors.Error model = errors.of("model");
        HeldOutErrors.Error physics = errors.of("physics");
        assertThat(model.maeL())
                .isEqualTo(trained.evaluation().ofUnseenMachines().metrics().maeL());
        assertThat(physics.gainPct())
                .isCloseTo(100 * (1 - model.maeL() / physics.maeL()), within(1e-9));
        assertThat(report(trained)).contains("| physics-by-class |", "| linear-with-work |");
    }

    /** The 930E burn 30 % more and the 793F 20 % less than physics says, without other effects. */
    @Test
    void givesPhysicsOneFactorPerClass() {
        HeldOutErrors errors =
                train(byClass(Map.of("930E", 1.3, "793F", 0.8)), AverageLitres.UNKNOWN)
                        .evaluation()
                        .heldOut();

        assertThat(errors.of("physics").maeL()).isGreaterThan(0.5);
        assertThat(errors.of("physics-by-class").maeL()).isLessThan(1e-3);
    }

    /** T100 burns twice as much: a rival that had seen its rows would know by how much. */
    @Test
    void fitsRivalsToOtherMachinesOnly() {
        List<FuelWindow> windows =
                byClass(Map.of("930E", 1.0, "793F", 1.0)).stream()
                        .map(w -> w.machineId().equals("T100") ? SyntheticWindows.burning(w, 2) : w)
                        .toList();
        TrainingTable table = WindowTable.of(windows, CLASSES);

        List<PredictedRow> byClass =
                CrossValidation.of(
                                table,
                                new ForestTrainer(RECIPE.settings(), RECIPE.neverLess()),
                                Map.of(Objective.EXPECTED, 1, Objective.P10, 1, Objective.P90, 1),
                                RECIPE.leastExposure())
                        .baselines(RECIPE)
                        .get("physics-by-class");

        assertThat(byClass)
                .filteredOn(row -> row.machineId().equals("T100"))
                .isNotEmpty()
                .allSatisfy(
                        row ->
                                assertThat(row.expectedL())
                                        .isCloseTo(row.actualL() / 2, within(1e-3)));
    }

    @Test
    void showsTheErrorOfAnAverageTruckWhereItIsKnown() {
        List<FuelWindow> windows = windows();
        Map<String, Double> litres =
                windows.stream()
                        .collect(
                                Collectors.toMap(
                                        w -> w.machineId() + w.start(), FuelWindow::fuelL));

        TrainedModel trained =
                train(windows, (machine, from, until) -> litres.get(machine + from) + 0.01);

        assertThat(trained.evaluation().heldOut().of("average-truck").maeL())
                .isCloseTo(0.01, within(1e-6));
        assertThat(report(trained)).contains("| average-truck |");
    }

    private static List<FuelWindow> windows() {
        return SyntheticWindows.of(10, 120, 1);
    }

    private static List<FuelWindow> byClass(Map<String, Double> factors) {
        PhysicsModel physics = new PhysicsModel(CLASSES);
        return windows().stream()
                .map(
                        w ->
                                SyntheticWindows.burning(
                                        w,
                                        factors.get(w.equipmentClass())
                                                * physics.expectedLitres(w)
                                                / w.fuelL()))
                .toList();
    }

    private static TrainedModel train(List<FuelWindow> windows, AverageLitres average) {
        return new ModelTrainer(RECIPE)
                .train(WindowTable.of(windows, CLASSES, average), CLASSES, "a test");
    }

    private static String report(TrainedModel trained) {
        return new String(trained.draft().attachments().get("report.md"), StandardCharsets.UTF_8);
    }
}
