package io.fueloptimine.jobs.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.Alert;
import io.fueloptimine.models.mine.AlertType;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.DriftEvent;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.MineSiteFile;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.QualityHour;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.RetrainRequest;
import io.fueloptimine.models.mine.ScoredWindow;
import io.fueloptimine.models.mine.Severity;
import io.fueloptimine.models.mine.SuiteUpdate;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.operators.validate.DropDuplicates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole graph on a MiniCluster: four trucks, three hours, every output read. */
class AnalyticsJobITCase {

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final Path REGISTRY = Path.of("../../models/registry").toAbsolutePath();

    /** What the worn truck breaks and nobody else. */
    private static final String SUITE =
            """
            suite: windows
            rules:
              - {name: highest-fuel-rate, stream: telemetry, severity: info, action: flag,
                 expectation: expect_column_max_to_be_between, column: fuelRateLph,
                 max_value: 600, window_s: 600}
            """;

    private static final Map<String, List<Object>> RESULTS = new HashMap<>();

    @BeforeAll
    static void runTheJob() throws Exception {
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options);
        env.setParallelism(2);
        Map<String, CloseableIterator<?>> outputs = new HashMap<>();
        AnalyticsSettings settings =
                AnalyticsSettings.of(MINE, REGISTRY)
                        .withSuite(ValidationSuite.parse(SUITE, "SUITE"));
        AnalyticsJob.build(env, sources(), settings, into(outputs));
        env.executeAsync("analytics");
        for (Map.Entry<String, CloseableIterator<?>> output : outputs.entrySet()) {
            List<Object> rows = new ArrayList<>();
            output.getValue().forEachRemaining(rows::add);
            output.getValue().close();
            RESULTS.put(output.getKey(), rows);
        }
    }

    @Test
    void scoresEveryMinuteOfEveryTruckOnceWithTheChampion() {
        List<ScoredWindow> scores = rows("scores", ScoredWindow.class);
        assertThat(scores).hasSize(4 * 180).allMatch(score -> score.window().revision() == 0);
        assertThat(scores).extracting(ScoredWindow::modelName).containsOnly("fuel-window");
    }

    @Test
    void buildsTheCyclesOfEveryTruck() {
        List<HaulCycle> cycles = rows("cycles", HaulCycle.class);
        assertThat(cycles).hasSizeBetween(4 * 7, 4 * 9);
        assertThat(cycles).extracting(HaulCycle::cycleId).doesNotHaveDuplicates();
    }

    @Test
    void findsTheWornTruckAndAsksForNoModelThatWouldCallItHealthy() {
        assertThat(rows("drift", DriftEvent.class))
                .isNotEmpty()
                .extracting(DriftEvent::machineId)
                .containsOnly("T01");
        assertThat(rows("retrain", RetrainRequest.class)).isEmpty();
        assertThat(rows("alerts", Alert.class))
                .filteredOn(alert -> alert.type() == AlertType.EXCESS_FUEL)
                .isNotEmpty()
                .extracting(Alert::machineId)
                .contains("T01");
    }

    @Test
    void raisesAnAlarmForANoteAndClosesIt() {
        List<Alert> notes =
                rows("alerts", Alert.class).stream()
                        .filter(alert -> alert.type() == AlertType.NOTE)
                        .toList();
        assertThat(notes).hasSize(4);
        assertThat(notes)
                .extracting(Alert::alertId)
                .containsOnly(
                        notes.get(0).alertId(), notes.get(1).alertId(), notes.get(2).alertId());
        assertThat(notes).filteredOn(alert -> alert.clearedAt() != null).hasSize(2);
    }

    @Test
    void plansTheFleetAndAssignsEveryTruck() {
        assertThat(rows("plans", DispatchPlan.class)).isNotEmpty();
        assertThat(rows("assignments", DispatchAssignment.class))
                .extracting(DispatchAssignment::truckId)
                .contains("T01", "T02", "T03", "T04");
    }

    @Test
    void handsRefuelsRepliesAndQualityThrough() {
        assertThat(rows("refuels", Reading.class)).hasSize(2);
        assertThat(rows("replies", Reading.class)).hasSize(2);
        assertThat(rows("quality", QualityRecord.class)).hasSize(3);
    }

    @Test
    void tellsOfAValidReadingThatIsTooOldToTellWhetherItIsARepeat() {
        assertThat(rows("quality", QualityRecord.class))
                .filteredOn(record -> record.rule().equals(DropDuplicates.TOO_OLD_RULE))
                .extracting(QualityRecord::machineId)
                .containsExactly("P01");
    }

    @Test
    void flagsTheWindowsInWhichTheWornTruckBurntTooMuch() {
        List<QualityRecord> flags = rows("expectations", QualityRecord.class);
        assertThat(flags).isNotEmpty().hasSizeLessThanOrEqualTo(10);
        assertThat(flags).extracting(QualityRecord::machineId).containsOnly("T01");
        assertThat(flags).extracting(QualityRecord::qualityId).doesNotHaveDuplicates();
    }

    @Test
    void countsTheQualityOfEveryMachineByHour() {
        Map<String, QualityHour> last = new HashMap<>();
        rows("qualityHours", QualityHour.class)
                .forEach(hour -> last.put(hour.machineId() + hour.hourStart(), hour));

        assertThat(last.values().stream().mapToLong(QualityHour::rejected).sum()).isEqualTo(3);
        assertThat(last.get("T02" + SmallMine.START.plusSeconds(3_600)).valid())
                .isGreaterThanOrEqualTo(720);
    }

    private static AnalyticsSources sources() {
        List<Reading> readings = new ArrayList<>(SmallMine.half("T01", "T02", 180));
        readings.add(SmallMine.pump("P01", 20_000, 10_790));
        readings.add(SmallMine.pump("P01", 1, 10_780));
        readings.addAll(SmallMine.half("T03", "T04", 180));
        // As many as in the first half, for which the second reader begins.
        readings.add(SmallMine.pump("P02", 1, 10_780));
        readings.add(SmallMine.pump("P02", 2, 10_790));
        QualityRecord rejected =
                new QualityRecord(
                        "q-1",
                        QualityVerdict.REJECTED,
                        "decode",
                        Severity.WARNING,
                        null,
                        null,
                        "JSON",
                        "andes/v1/haultruck/T01/telemetry",
                        "T01",
                        SmallMine.START,
                        SmallMine.START,
                        false,
                        new byte[] {1});
        ModelAnnouncement champion = new ModelAnnouncement("fuel-window", 1, SmallMine.START);
        SuiteUpdate suite = new SuiteUpdate(SUITE, SmallMine.START);
        return new AnalyticsSources(
                source(readings, Reading.class),
                source(List.of(rejected, rejected), QualityRecord.class),
                source(List.of(champion, champion), ModelAnnouncement.class),
                source(List.of(suite), SuiteUpdate.class));
    }

    /** A bounded source that two readers share: the first half is one's, the second the other's. */
    private static <T> DataGeneratorSource<T> source(List<T> elements, Class<T> type) {
        ArrayList<byte[]> json = new ArrayList<>();
        elements.forEach(element -> json.add(MineJson.toBytes(element)));
        return new DataGeneratorSource<>(
                index -> MineJson.fromBytes(json.get(index.intValue()), type),
                elements.size(),
                TypeInformation.of(type));
    }

    private static AnalyticsOutputs into(Map<String, CloseableIterator<?>> outputs) {
        return new AnalyticsOutputs(
                output("scores", outputs),
                output("cycles", outputs),
                output("refuels", outputs),
                output("drift", outputs),
                output("alerts", outputs),
                output("plans", outputs),
                output("assignments", outputs),
                output("replies", outputs),
                output("savings", outputs),
                output("retrain", outputs),
                output("quality", outputs),
                output("qualityHours", outputs),
                output("expectations", outputs),
                output("late", outputs));
    }

    private static <T> Consumer<DataStream<T>> output(
            String name, Map<String, CloseableIterator<?>> outputs) {
        return stream -> outputs.put(name, stream.collectAsync());
    }

    private static <T> List<T> rows(String output, Class<T> type) {
        return RESULTS.get(output).stream().map(type::cast).toList();
    }
}
