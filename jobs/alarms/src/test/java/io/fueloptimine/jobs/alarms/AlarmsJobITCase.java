package io.fueloptimine.jobs.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.models.alarm.AlarmInput;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadCondition;
import io.fueloptimine.models.mine.road.RoadState;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.operators.FourTrucks;
import io.fueloptimine.operators.JobGraphRun;
import io.fueloptimine.operators.Plans;
import io.fueloptimine.operators.validate.DropDuplicates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The graph of job alarms on a MiniCluster: four trucks, three hours, every output read. */
class AlarmsJobITCase {

    private static final DispatchPlan PLAN =
            Plans.of(FourTrucks.SITE, FourTrucks.START, "FACE-1", 10);

    private static final MineSites MINES =
            MineSites.of(MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml")));
    private static final Path REGISTRY = Path.of("../../models/registry").toAbsolutePath();

    /** Only the worn truck breaks this rule. */
    private static final String SUITE =
            """
            suite: windows
            rules:
              - {name: highest-fuel-rate, stream: telemetry, severity: info, action: flag,
                 expectation: expect_column_max_to_be_between, column: fuelRateLph,
                 max_value: 600, window_s: 600}
            """;

    private static final JobGraphRun RUN = new JobGraphRun();

    @BeforeAll
    static void runTheJob() throws Exception {
        AlarmsJob.build(RUN.environment(), sources(), settings(), outputs(RUN));
        RUN.run();
    }

    @Test
    void raisesExcessFuelFromTheScoresOfTheWornTruck() {
        assertThat(RUN.rows("alerts", Alert.class))
                .filteredOn(alert -> alert.type() == AlertType.EXCESS_FUEL)
                .isNotEmpty()
                .extracting(Alert::machineId)
                .containsOnly("T01");
    }

    @Test
    void raisesAnAlarmForANoteAndClearsIt() {
        List<Alert> notes =
                RUN.rows("alerts", Alert.class).stream()
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
    void raisesAndClearsTheAlarmsThatOtherJobsReport() {
        assertThat(RUN.rows("alerts", Alert.class))
                .filteredOn(alert -> alert.type() == AlertType.CLOCK_JUMP)
                .extracting(Alert::machineId, Alert::clearedAt)
                .containsExactlyInAnyOrder(
                        tuple("T02", null), tuple("T02", FourTrucks.START), tuple(null, null));
    }

    @Test
    void raisesAnAlarmForATruckThatBurnsMoreThanBefore() {
        assertThat(RUN.rows("alerts", Alert.class))
                .filteredOn(alert -> alert.type() == AlertType.DRIFT)
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.machineId()).isEqualTo("T01");
                            assertThat(alert.clearedAt()).isNull();
                            assertThat(alert.message())
                                    .contains("30 % more", "2 % more before", "model version 1");
                        });
    }

    @Test
    void publishesTheRoadThatANoteReportsWetUntilItIsDryAgain() {
        assertThat(RUN.rows("roads", RoadState.class))
                .extracting(RoadState::segmentId, RoadState::state)
                .containsExactly(
                        tuple(RoadState.ALL_SEGMENTS, RoadCondition.WET),
                        tuple(RoadState.ALL_SEGMENTS, RoadCondition.OPEN));
    }

    @Test
    void recordsRejectedLateAndTooOldReadings() {
        List<QualityRecord> quality = RUN.rows("quality", QualityRecord.class);
        assertThat(quality).hasSize(4);
        assertThat(quality)
                .filteredOn(record -> record.rule().equals(DropDuplicates.TOO_OLD_RULE))
                .extracting(QualityRecord::machineId)
                .containsExactly("P01");
    }

    @Test
    void flagsTheWindowsInWhichTheWornTruckBurntTooMuch() {
        List<QualityRecord> flags = RUN.rows("expectations", QualityRecord.class);
        assertThat(flags).isNotEmpty().hasSizeLessThanOrEqualTo(10);
        assertThat(flags).extracting(QualityRecord::machineId).containsOnly("T01");
        assertThat(flags).extracting(QualityRecord::qualityId).doesNotHaveDuplicates();
    }

    @Test
    void countsTheQualityOfEveryMachineByHour() {
        Map<String, QualityHour> last = new HashMap<>();
        RUN.rows("qualityHours", QualityHour.class)
                .forEach(hour -> last.put(hour.machineId() + hour.hourStart(), hour));

        assertThat(last.values().stream().mapToLong(QualityHour::rejected).sum()).isEqualTo(3);
        assertThat(last.get("T02" + FourTrucks.START.plusSeconds(3_600)).valid())
                .isGreaterThanOrEqualTo(720);
    }

    @Test
    void hasAGraphThatAPersonCanRead() {
        JobGraphRun graph = new JobGraphRun();
        AlarmsJob.build(
                graph.environment(),
                sources(),
                settings(),
                AlarmsOutputs.standard(
                        KafkaConnection.of("localhost:9092"),
                        new SqlConnection("jdbc:h2:mem:graph", "sa", "")));
        assertThat(graph.vertices()).hasSizeLessThanOrEqualTo(20);
    }

    private static AlarmsSettings settings() {
        return AlarmsSettings.of(MINES, REGISTRY).withSuite(ValidationSuite.parse(SUITE, "SUITE"));
    }

    private static AlarmsSources sources() {
        List<Reading> readings = new ArrayList<>(FourTrucks.half("T01", "T02", 180));
        readings.add(FourTrucks.pump("P01", 20_000, 10_790));
        readings.add(FourTrucks.pump("P01", 1, 10_780));
        readings.addAll(FourTrucks.half("T03", "T04", 180));
        // As many as in the first half, so that the second reader begins with its first reading.
        readings.add(FourTrucks.pump("P02", 1, 10_780));
        readings.add(FourTrucks.pump("P02", 2, 10_790));
        QualityRecord rejected = record("q-1", QualityVerdict.REJECTED, "decode");
        QualityRecord late = record("q-2", QualityVerdict.LATE, "too-late-for-window");
        return new AlarmsSources(
                JobGraphRun.source(readings, Reading.class),
                JobGraphRun.source(FourTrucks.scores(180), ScoredWindow.class),
                JobGraphRun.source(List.of(rejected, rejected, late), QualityRecord.class),
                JobGraphRun.source(
                        // Two halves, one for each reader.
                        List.of(
                                AlarmInput.of(drift("T01", 0.02, 0.3)),
                                AlarmInput.of(PLAN),
                                AlarmInput.of(signal("T02", true)),
                                AlarmInput.of(signal("T02", false)),
                                AlarmInput.ofCommand("no command"),
                                AlarmInput.of(drift("T03", 0.3, 0.1)),
                                AlarmInput.of(PLAN),
                                AlarmInput.of(signal(null, true)),
                                AlarmInput.of(signal(null, true)),
                                AlarmInput.ofCommand("{}")),
                        AlarmInput.class),
                JobGraphRun.source(
                        List.of(new SuiteUpdate(SUITE, FourTrucks.START)), SuiteUpdate.class));
    }

    private static DriftEvent drift(String machineId, double before, double after) {
        return new DriftEvent(
                FourTrucks.SITE + "/" + machineId,
                FourTrucks.SITE,
                machineId,
                DriftDetector.ADWIN,
                "residualRatio",
                FourTrucks.START,
                before,
                after,
                100,
                20,
                "1");
    }

    private static ReportedSignal signal(String machineId, boolean active) {
        return new ReportedSignal(
                FourTrucks.SITE,
                machineId,
                AlertType.CLOCK_JUMP,
                Severity.WARNING,
                active,
                FourTrucks.START,
                "the clock",
                Map.of("aheadS", 9_000.0));
    }

    private static QualityRecord record(String id, QualityVerdict verdict, String rule) {
        return new QualityRecord(
                id,
                verdict,
                rule,
                Severity.WARNING,
                null,
                null,
                "JSON",
                "andes/v1/haultruck/T01/telemetry",
                "T01",
                FourTrucks.START,
                FourTrucks.START,
                false,
                new byte[] {1});
    }

    private static AlarmsOutputs outputs(JobGraphRun run) {
        return new AlarmsOutputs(
                run.output("alerts"),
                run.output("answers"),
                run.output("roads"),
                run.output("quality"),
                run.output("qualityHours"),
                run.output("expectations"),
                run.output("tankEvents"),
                run.output("intervals"));
    }
}
