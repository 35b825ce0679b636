package io.fueloptimine.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.trees.XgboostFile;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.training.boost.BoostSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuelModelTrainerTest {

    private static final MachineClasses CLASSES = MachineClasses.standard();
    private static final BoostSettings SETTINGS = new BoostSettings(7, 60, 4, 0.2, 5);

    @TempDir Path root;

    @Test
    void beatsBothBaselinesOnMachinesAndHoursItNeverSaw() {
        TrainedModel trained = train(SyntheticWindows.of(12, 400, 1));
        ModelMetadata metadata = trained.metadata();

        assertThat(metadata.metrics()).containsOnlyKeys("model", "physics", "mean");
        double rmse = metadata.metrics().get("model").rmseL();
        assertThat(rmse).isLessThan(metadata.metrics().get("physics").rmseL());
        assertThat(rmse).isLessThan(0.2 * metadata.metrics().get("mean").rmseL());
        assertThat(metadata.metrics().get("model").r2()).isGreaterThan(0.95);
        assertThat(metadata.parity().rows()).isGreaterThan(1_000);
        assertThat(XgboostFile.read(trained.json(), "trained").size()).isBetween(1, 60);
    }

    @Test
    void givesTheSameBytesForTheSameHistoryInAnyOrder() {
        List<FuelWindow> windows = SyntheticWindows.of(8, 200, 1);
        List<FuelWindow> shuffled = new ArrayList<>(windows);
        Collections.shuffle(shuffled, new Random(3));

        TrainedModel first = train(windows);
        TrainedModel second = train(shuffled);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.metadata()).usingRecursiveComparison().isEqualTo(first.metadata());
    }

    @Test
    void neverExpectsLessForMoreLoad() {
        FuelModel model = registered(train(SyntheticWindows.of(8, 200, 1)));

        for (FuelWindow window : SyntheticWindows.of(4, 50, 9)) {
            double before = 0;
            for (double payloadT = 0; payloadT <= 340; payloadT += 20) {
                double expected = model.expectedLitres(loaded(window, payloadT));
                assertThat(expected).isGreaterThanOrEqualTo(before);
                before = expected;
            }
        }
    }

    @Test
    void scoresFromTheRegistryWhatItWasJudgedBy() {
        TrainedModel trained = train(SyntheticWindows.of(8, 200, 1));

        double rmse = Evaluation.of(trained.test(), registered(trained)::expectedLitres).rmseL();

        assertThat(rmse)
                .isCloseTo(trained.metadata().metrics().get("model").rmseL(), within(1e-12));
    }

    @Test
    void refusesTooLittleHistory() {
        assertThatThrownBy(() -> train(SyntheticWindows.of(8, 10, 1)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("80 windows");
        assertThatThrownBy(() -> train(SyntheticWindows.of(2, 400, 1)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("three trucks");
    }

    private FuelModel registered(TrainedModel trained) {
        ModelRegistry registry = new ModelRegistry(root);
        int version = registry.register(trained.draft());
        return registry.load(FuelModelTrainer.MODEL_NAME, version);
    }

    private static TrainedModel train(List<FuelWindow> windows) {
        return new FuelModelTrainer(SETTINGS, CLASSES).train(windows, "a test");
    }

    private static FuelWindow loaded(FuelWindow w, double payloadT) {
        return new FuelWindow(
                w.site(),
                w.machineId(),
                w.kind(),
                w.equipmentClass(),
                w.operatorId(),
                w.start(),
                w.end(),
                w.readings(),
                w.revision(),
                w.fuelL(),
                w.distanceKm(),
                w.meanSpeedKph(),
                w.speedStdKph(),
                payloadT,
                w.climbM(),
                w.descentM(),
                w.meanElevationM(),
                w.meanEngineLoadPct(),
                w.meanEngineRpm(),
                w.engineOnShare(),
                w.idleShare(),
                w.meanAmbientTempC(),
                w.meanBarometricKpa(),
                w.maxVibrationRmsMmS(),
                w.productionState());
    }
}
