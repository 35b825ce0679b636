package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.distribution.DataDriftSettings;
import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.FeatureHistogram;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.scoring.CurrentModels;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.operators.Scores;
import io.fueloptimine.operators.score.LeafModel;
import io.fueloptimine.operators.score.ScoreSettings;
import io.fueloptimine.operators.score.ScoreWindows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** Windows of one class, and a champion that was trained on a healthy day of them. */
final class ComparedClass {

    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    static final String TRUCK_CLASS = "930E";
    private static final String NAME = "fuel-window";
    private static final int MINUTES = 24 * 60;
    private static final float USUAL_T = 300;

    private ComparedClass() {}

    /** A window of a day: two thirds of the minutes empty, payloads and air vary. */
    static ScoredWindow window(int minute, double payloadFactor, double warmerC) {
        Instant start = START.plusSeconds(60L * minute);
        FuelWindow usual = Scores.window("T01", TRUCK_CLASS, start, 0, 5);
        double payload = minute % 3 == 0 ? USUAL_T + (minute * 37 % 41) - 20 : 0;
        FuelWindow window =
                new FuelWindow(
                        usual.site(),
                        usual.machineId(),
                        usual.kind(),
                        usual.equipmentClass(),
                        usual.operatorId(),
                        usual.start(),
                        usual.end(),
                        usual.readings(),
                        usual.revision(),
                        usual.fuelL(),
                        usual.distanceKm(),
                        usual.meanSpeedKph(),
                        usual.speedStdKph(),
                        payload * payloadFactor,
                        usual.climbM(),
                        usual.descentM(),
                        usual.meanElevationM(),
                        usual.meanEngineLoadPct(),
                        usual.meanEngineRpm(),
                        usual.engineOnShare(),
                        usual.idleShare(),
                        8 + 7 * Math.sin(2 * Math.PI * minute / MINUTES) + warmerC,
                        65.0,
                        null,
                        usual.productionState());
        return new ScoredWindow(window, 5, 0, 5, NAME, "1");
    }

    /** Registers a champion whose histograms are those of a healthy day, if it has any. */
    static int champion(Path root, boolean withHistograms) {
        ModelRegistry registry = new ModelRegistry(root);
        ModelDraft draft = LeafModel.draft(registry.latestVersion(NAME) + 5);
        Map<String, List<FeatureHistogram>> histograms =
                withHistograms ? Map.of(TRUCK_CLASS, histograms()) : Map.of();
        int version =
                registry.register(
                        ModelDraft.of(
                                draft.metadata().withClassHistograms(histograms), draft.forests()));
        registry.promote(NAME, version);
        return version;
    }

    private static List<FeatureHistogram> histograms() {
        List<float[]> rows =
                IntStream.range(0, MINUTES)
                        .mapToObj(minute -> window(minute, 1, 0).window())
                        .map(window -> FuelFeatures.of(window, MachineClasses.of(Scores.MINE)))
                        .toList();
        return IntStream.range(0, FuelFeatures.NAMES.size())
                .mapToObj(
                        column -> {
                            float[] values = new float[rows.size()];
                            for (int row = 0; row < values.length; row++) {
                                values[row] = rows.get(row)[column];
                            }
                            return FeatureHistogram.of(FuelFeatures.NAMES.get(column), values, 20);
                        })
                .toList();
    }

    static KeyedBroadcastOperatorTestHarness<String, ScoredWindow, ModelAnnouncement, DataDrift>
            harness(Path root, DataDriftSettings settings) throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new CompareFeatures(
                                root,
                                NAME,
                                Scores.MINES,
                                ScoreSettings.DEFAULT,
                                settings,
                                CurrentModels::loaderThread),
                        List.of(ScoreWindows.ANNOUNCEMENTS)),
                CompareFeatures::keyOf,
                Types.STRING,
                1,
                1,
                0);
    }
}
