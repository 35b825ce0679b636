package io.fueloptimine.jobs.fuel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.FeatureHistogram;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DataDriftStatus;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.operators.FourTrucks;
import io.fueloptimine.operators.JobGraphRun;
import io.fueloptimine.operators.score.LeafModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Job fuel on a MiniCluster, with a champion that was trained on three hours of four trucks: the
 * same hours have no data drift, and shifted readings give rows that name the features.
 */
class ShiftedReadingsITCase {

    private static final MineSites MINES =
            MineSites.of(MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml")));

    @TempDir private static Path folder;
    private static StepSettings settings;

    @BeforeAll
    static void trainOnTheHealthyHours() throws Exception {
        settings =
                StepSettings.read(
                        Files.writeString(
                                folder.resolve("settings.yaml"),
                                "dataDrift: {everyH: 1, spanH: 2}\n",
                                StandardCharsets.UTF_8));
        List<ScoredWindow> windows = run(reading -> {}).rows("scores", ScoredWindow.class);
        Map<String, List<ScoredWindow>> byClass =
                windows.stream()
                        .collect(Collectors.groupingBy(row -> row.window().equipmentClass()));
        ModelDraft draft = LeafModel.draft(5);
        ModelRegistry registry = new ModelRegistry(registry());
        int version =
                registry.register(
                        ModelDraft.of(
                                draft.metadata()
                                        .withClassHistograms(
                                                byClass.entrySet().stream()
                                                        .collect(
                                                                Collectors.toMap(
                                                                        Map.Entry::getKey,
                                                                        entry ->
                                                                                histograms(
                                                                                        entry
                                                                                                .getValue())))),
                                draft.forests()));
        registry.promote("fuel-window", version);
    }

    @Test
    void theSameHoursHaveNoDrift() throws Exception {
        List<DataDrift> rows = run(reading -> {}).rows("data-drift", DataDrift.class);

        assertThat(rows).extracting(DataDrift::feature).containsAll(FuelFeatures.NAMES);
        assertThat(drifted(rows)).isEmpty();
        assertThat(rows).anyMatch(row -> row.status() == DataDriftStatus.STABLE);
    }

    @Test
    void aWrongPayloadScaleIsNamed() throws Exception {
        List<DataDrift> rows =
                run(telemetry ->
                                telemetry.put(
                                        "payloadT", 1.15 * telemetry.path("payloadT").asDouble()))
                        .rows("data-drift", DataDrift.class);

        assertThat(drifted(rows)).contains("payload_t").doesNotContain("ambient_c");
    }

    @Test
    void airOutOfTheTrainingRangeIsNamed() throws Exception {
        List<DataDrift> rows =
                run(telemetry ->
                                telemetry.put(
                                        "ambientTempC",
                                        25 + telemetry.path("ambientTempC").asDouble()))
                        .rows("data-drift", DataDrift.class);

        assertThat(drifted(rows)).containsExactly("ambient_c");
        assertThat(rows)
                .filteredOn(row -> row.feature().equals("ambient_c"))
                .allSatisfy(
                        row -> {
                            assertThat(row.outOfRangeShare()).isGreaterThan(0.9);
                            assertThat(row.samples()).isPositive();
                        });
    }

    private static Set<String> drifted(List<DataDrift> rows) {
        return rows.stream()
                .filter(row -> row.status() == DataDriftStatus.DRIFTED)
                .map(DataDrift::feature)
                .collect(Collectors.toSet());
    }

    private static JobGraphRun run(Consumer<ObjectNode> shift) throws Exception {
        List<Reading> readings = new ArrayList<>();
        for (Reading reading : FourTrucks.half("T01", "T02", 180)) {
            readings.add(shifted(reading, shift));
        }
        for (Reading reading : FourTrucks.half("T03", "T04", 180)) {
            readings.add(shifted(reading, shift));
        }
        JobGraphRun run = new JobGraphRun();
        FuelJob.build(
                run.environment(),
                new FuelSources(
                        JobGraphRun.source(readings, Reading.class),
                        JobGraphRun.source(
                                List.of(new ModelAnnouncement("fuel-window", 1, FourTrucks.START)),
                                ModelAnnouncement.class)),
                FuelSettings.of(MINES, registry(), settings),
                FuelJobITCase.outputs(run));
        run.run();
        return run;
    }

    private static Reading shifted(Reading reading, Consumer<ObjectNode> shift) throws IOException {
        ObjectNode json = (ObjectNode) MineJson.mapper().readTree(MineJson.toBytes(reading));
        if (json.path("telemetry") instanceof ObjectNode telemetry) {
            shift.accept(telemetry);
        }
        return MineJson.fromBytes(MineJson.mapper().writeValueAsBytes(json), Reading.class);
    }

    private static Path registry() throws IOException {
        return Files.createDirectories(folder.resolve("registry"));
    }

    private static List<FeatureHistogram> histograms(List<ScoredWindow> windows) {
        MachineClasses classes =
                MachineClasses.standard()
                        .with(MachineClasses.of(MINES.mine(FourTrucks.SITE).orElseThrow()));
        List<float[]> rows =
                windows.stream().map(row -> FuelFeatures.of(row.window(), classes)).toList();
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
}
