package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.fuel.CycleFeatures;
import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.operators.cycle.HaulCycles;
import io.fueloptimine.operators.window.FuelWindows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a model is trained on is what it will be asked: the same readings, the same features. */
@Timeout(60)
class StreamedFeaturesITCase {

    private static final int PARALLELISM = 2;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(PARALLELISM)
                            .build());

    private static final Duration SPAN = Duration.ofMinutes(150);
    private static final PitSettings SETTINGS = PitSettings.of(11);

    /** So few that their readings fit into a job's own description. */
    private static final Set<String> TRUCKS = Set.of("T01", "T02", "T03", "T04", "T05");

    private final MineSite mine = MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private final MachineClasses classes = MachineClasses.of(mine);
    private final HistoryWindows windows = new HistoryWindows(SETTINGS.start());
    private final HistoryCycles cycles = new HistoryCycles(mine.site());
    private final List<Reading> readings = new ArrayList<>();

    @Test
    void areTheSameInTrainingAndInTheStream() throws Exception {
        simulate();

        Map<String, float[]> streamedWindows =
                byName(
                        FuelWindows.of(stream(), Duration.ZERO),
                        StreamedFeaturesITCase::name,
                        window -> FuelFeatures.of(window, classes));
        Map<String, float[]> streamedCycles =
                byName(
                        stream()
                                .keyBy(Reading::machineKey)
                                .process(new HaulCycles(Duration.ofMinutes(15)))
                                .uid("haul-cycles"),
                        HaulCycle::cycleId,
                        cycle -> CycleFeatures.of(cycle, classes));

        assertThat(windows.windows()).hasSizeGreaterThan(700);
        assertThat(cycles.cycles()).hasSizeGreaterThan(5);
        for (FuelWindow window : windows.windows()) {
            assertThat(streamedWindows.get(name(window)))
                    .as(name(window))
                    .isEqualTo(FuelFeatures.of(window, classes));
        }
        for (HaulCycle cycle : cycles.cycles()) {
            assertThat(streamedCycles.get(cycle.cycleId()))
                    .as(cycle.cycleId())
                    .isEqualTo(CycleFeatures.of(cycle, classes));
        }
    }

    private void simulate() {
        HistoryReadings history =
                new HistoryReadings(
                        mine.site(),
                        reading -> {
                            if (!TRUCKS.contains(reading.machineId())) {
                                return;
                            }
                            windows.accept(reading);
                            cycles.accept(reading);
                            readings.add(reading);
                        });
        new Pit(mine, SETTINGS, Conditions.NONE, history).advanceTo(SETTINGS.start().plus(SPAN));
    }

    private DataStream<Reading> stream() {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        strict.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(strict)
                        .setParallelism(PARALLELISM);
        return env.fromData(readings)
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<Reading>forMonotonousTimestamps()
                                .withTimestampAssigner(
                                        (reading, before) -> reading.time().toEpochMilli()));
    }

    private static <T> Map<String, float[]> byName(
            DataStream<T> stream, Function<T, String> name, Function<T, float[]> features)
            throws Exception {
        List<T> elements = new ArrayList<>();
        try (var results = stream.executeAndCollect()) {
            results.forEachRemaining(elements::add);
        }
        return elements.stream().collect(Collectors.toMap(name, features));
    }

    private static String name(FuelWindow window) {
        return window.machineId() + "@" + window.start();
    }
}
