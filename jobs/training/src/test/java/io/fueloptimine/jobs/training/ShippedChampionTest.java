package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.training.evaluation.Metrics;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShippedChampionTest {

    private static final String NAME = "fuel-window";
    private static final long ANOTHER_SEED = 4_711;
    private static final String PATIENT = "T03";

    private final MineSite site = MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private final ModelRegistry registry =
            new ModelRegistry(Path.of("../../models/registry"), MachineClasses.of(site));

    @Test
    void wasJudgedBetterThanBothBaselinesAndProvenBitForBit() {
        int version = registry.championVersion(NAME).orElseThrow();
        ModelMetadata metadata = registry.metadata(NAME, version);

        double rmse = metadata.metrics().get("model").figure(ModelMetrics.RMSE_L);
        assertThat(rmse).isLessThan(metadata.metrics().get("physics").figure(ModelMetrics.RMSE_L));
        assertThat(rmse).isLessThan(metadata.metrics().get("mean").figure(ModelMetrics.RMSE_L));
        assertThat(metadata.parity().rows()).isGreaterThan(10_000);
    }

    @Test
    void expectsWhatAMineOfOtherTrucksAndOperatorsBurns() {
        FuelModel champion = registry.champion(NAME).orElseThrow();

        Metrics metrics = Metrics.of(predictions(champion, hourOfAnotherMine(Conditions.NONE)));

        assertThat(metrics.r2()).isGreaterThan(0.97);
        assertThat(Math.abs(metrics.biasL())).isLessThan(0.1);
    }

    /** A thirstier truck refuels earlier and its hour takes another course, hence the tolerance. */
    @Test
    void showsAWornInjectorAsBurnBeyondExpectation() {
        FuelModel champion = registry.champion(NAME).orElseThrow();
        Conditions worn =
                new Conditions() {
                    @Override
                    public double fuelFactor(String machineId, Instant time) {
                        return machineId.equals(PATIENT) ? 1.15 : 1;
                    }
                };

        double healthy = burntOverExpected(champion, hourOfAnotherMine(Conditions.NONE));
        double sick = burntOverExpected(champion, hourOfAnotherMine(worn));

        assertThat(sick / healthy).isCloseTo(1.15, within(0.04));
    }

    /**
     * After a start of the jobs, windows are emitted first with the few readings that came so far.
     */
    @Test
    void expectsWhatIsBurntInWindowsOfFewReadings() {
        FuelModel champion = registry.champion(NAME).orElseThrow();

        List<FuelWindow> windows =
                hourOfAnotherMine(
                        Conditions.NONE, time -> Math.floorMod(time.getEpochSecond(), 60) < 12);

        assertThat(windows).anyMatch(window -> window.efhM() == null);
        assertThat(windows)
                .filteredOn(window -> window.meanSpeedKph() == 0)
                .isNotEmpty()
                .allSatisfy(
                        window ->
                                assertThat(champion.expectedLitres(window))
                                        .isLessThan(window.fuelL() + 0.2));
        double burnt = windows.stream().mapToDouble(FuelWindow::fuelL).sum();
        double expected = windows.stream().mapToDouble(champion::expectedLitres).sum();
        assertThat(expected).isCloseTo(burnt, within(0.1 * burnt));
    }

    private static List<PredictedRow> predictions(FuelModel model, List<FuelWindow> windows) {
        return windows.stream()
                .map(
                        window ->
                                new PredictedRow(
                                        window.machineId(),
                                        window.equipmentClass(),
                                        null,
                                        null,
                                        window.fuelL(),
                                        model.expectedLitres(window),
                                        Double.NaN,
                                        Double.NaN))
                .toList();
    }

    private static double burntOverExpected(FuelModel model, List<FuelWindow> windows) {
        List<FuelWindow> own =
                windows.stream().filter(window -> window.machineId().equals(PATIENT)).toList();
        double burnt = own.stream().mapToDouble(FuelWindow::fuelL).sum();
        return burnt / own.stream().mapToDouble(model::expectedLitres).sum();
    }

    private List<FuelWindow> hourOfAnotherMine(Conditions conditions) {
        return hourOfAnotherMine(conditions, time -> true);
    }

    /**
     * @param received whether the messages of a time are received
     */
    private List<FuelWindow> hourOfAnotherMine(Conditions conditions, Predicate<Instant> received) {
        PitSettings settings = PitSettings.of(ANOTHER_SEED);
        HistoryWindows windows = new HistoryWindows(settings.start());
        Instant end = settings.start().plusSeconds(3_600);
        HistoryReadings readings = new HistoryReadings(site.site(), windows);
        Pit pit =
                new Pit(
                        site,
                        settings,
                        conditions,
                        message -> {
                            if (received.test(message.time())) {
                                readings.accept(message);
                            }
                        });
        pit.advanceTo(end);
        return windows.windows();
    }
}
