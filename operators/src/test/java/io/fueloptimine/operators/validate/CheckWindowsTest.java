package io.fueloptimine.operators.validate;

import static io.fueloptimine.operators.SampleReadings.START;
import static io.fueloptimine.operators.SampleReadings.telemetry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.models.quality.window.MachineStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows of a minute, two minutes of lateness; the machine speaks once a second. */
class CheckWindowsTest {

    private static final String MEAN_AT_MOST_40 =
            """
            suite: windows
            rules:
              - {name: mean-speed, stream: telemetry, severity: warning, action: flag,
                 expectation: expect_column_mean_to_be_between, column: speedKph,
                 max_value: 40, window_s: 60}
            """;
    private static final String ROWS_AND_SILENCE =
            """
            suite: rows
            rules:
              - {name: rows, stream: telemetry, severity: info, action: flag,
                 expectation: expect_table_row_count_to_be_between, min_value: 30, window_s: 60}
              - {name: silence, stream: telemetry, severity: critical, action: flag,
                 expectation: expect_machine_not_silent, max_silence_s: 300}
            """;

    private KeyedBroadcastOperatorTestHarness<String, Reading, SuiteUpdate, QualityRecord> harness;

    @BeforeEach
    void open() throws Exception {
        start(MEAN_AT_MOST_40);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void flagsAWindowOnceWhenItsLatenessIsOver() throws Exception {
        drive(0, 60, 50);
        advanceTo(60 + 119);
        assertThat(told()).isEmpty();
        advanceTo(60 + 120);
        advanceTo(600);

        assertThat(told())
                .singleElement()
                .satisfies(
                        record -> {
                            assertThat(record.qualityId())
                                    .isEqualTo(
                                            "window/pit/A/telemetry/mean-speed/"
                                                    + START.toEpochMilli());
                            assertThat(record.verdict()).isEqualTo(QualityVerdict.FLAGGED);
                            assertThat(record.field()).isEqualTo("speedKph");
                            assertThat(record.observed()).isEqualTo("mean of 50.00 over 60 values");
                            assertThat(record.expected()).isEqualTo("a mean of at most 40 in 60 s");
                            assertThat(record.topic()).isEqualTo("pit/v1/haultruck/A/telemetry");
                            assertThat(record.eventTime()).isEqualTo(START.plusSeconds(60));
                            assertThat(record.payload()).isNull();
                        });
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void takesLateReadingsInUntilTheWindowIsJudged() throws Exception {
        drive(0, 10, 50);
        advanceTo(100);
        drive(10, 60, 20);
        advanceTo(180);
        drive(0, 60, 99);
        advanceTo(600);

        assertThat(told()).isEmpty();
    }

    @Test
    void aChangedRuleBeginsAfreshAndOneThatStaysGoesOn() throws Exception {
        drive(0, 30, 50);
        publish(MEAN_AT_MOST_40 + "  # the same rules\n");
        drive(30, 60, 50);
        advanceTo(70);
        publish(MEAN_AT_MOST_40.replace("max_value: 40", "max_value: 60"));
        drive(60, 120, 50);
        advanceTo(600);

        assertThat(told()).isEmpty();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void aSuiteWithFaultsIsRefusedAndTheOneBeforeStays() throws Exception {
        publish("suite: none\nrules: 7\n");
        drive(0, 60, 50);
        advanceTo(600);
        assertThat(told()).hasSize(1);
    }

    @Test
    void goesOnWithWindowsAndSuiteAfterARestart() throws Exception {
        publish(MEAN_AT_MOST_40.replace("max_value: 40", "max_value: 30"));
        drive(0, 30, 50);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness(MEAN_AT_MOST_40, state);
        drive(30, 60, 20);
        advanceTo(600);

        assertThat(told())
                .extracting(QualityRecord::observed, QualityRecord::expected)
                .containsExactly(
                        tuple("mean of 35.00 over 60 values", "a mean of at most 30 in 60 s"));
    }

    @Test
    void countsTheRowsOfWholeWindowsOnly() throws Exception {
        restart(ROWS_AND_SILENCE);
        drive(50, 60, 20);
        drive(60, 120, 20);
        drive(120, 130, 20);
        advanceTo(310);

        assertThat(told())
                .singleElement()
                .satisfies(
                        record -> {
                            assertThat(record.rule()).isEqualTo("rows");
                            assertThat(record.observed()).isEqualTo("10 readings");
                        });
    }

    @Test
    void countsTheRowsOfAMachineThatHasBeenAtWorkForMoreThanAWeek() throws Exception {
        restart(ROWS_AND_SILENCE);
        int today = 0;
        for (int day = 1; day <= 7; day++) {
            harness.setStateTtlProcessingTime(Duration.ofDays(day).toMillis());
            drive(today, today + 60, 20);
            today += (int) Duration.ofDays(1).toSeconds();
            advanceTo(today - 1);
        }
        harness.setStateTtlProcessingTime(Duration.ofDays(8).toMillis());
        drive(today + 5, today + 15, 20);
        advanceTo(today + 180);

        assertThat(told())
                .filteredOn(record -> record.rule().equals("rows"))
                .extracting(QualityRecord::observed)
                .containsExactly("10 readings");
    }

    @Test
    void aMachineThatWasSilentForMoreThanAWeekIsANewcomer() throws Exception {
        restart(ROWS_AND_SILENCE);
        drive(0, 60, 20);
        harness.setStateTtlProcessingTime(Duration.ofDays(8).toMillis());
        int later = (int) Duration.ofDays(8).toSeconds();
        drive(later + 5, later + 15, 20);
        advanceTo(later + 180);

        assertThat(told()).noneMatch(record -> record.rule().equals("rows"));
    }

    @Test
    void reportsSilenceOnceBySiteTimeAndAgainAfterTheMachineReported() throws Exception {
        restart(ROWS_AND_SILENCE);
        drive(0, 121, 20);
        advanceTo(120 + 299);
        assertThat(silences()).isEmpty();
        advanceTo(120 + 300);
        advanceTo(3_000);
        drive(3_010, 3_070, 20);
        advanceTo(4_000);

        assertThat(silences())
                .extracting(QualityRecord::observed)
                .containsExactly(
                        "nothing since " + START.plusSeconds(120),
                        "nothing since " + START.plusSeconds(3_069));
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void reportsNoSilenceAtTheEndOfTheInput() throws Exception {
        restart(ROWS_AND_SILENCE);
        drive(0, 60, 20);
        advance(Watermark.MAX_WATERMARK);
        assertThat(silences()).isEmpty();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private void restart(String yaml) throws Exception {
        harness.close();
        start(yaml);
    }

    private void start(String yaml) throws Exception {
        harness = harness(yaml, null);
    }

    /** With the state of before, or null for a first start. */
    private static KeyedBroadcastOperatorTestHarness<String, Reading, SuiteUpdate, QualityRecord>
            harness(String yaml, OperatorSubtaskState state) throws Exception {
        ValidationSuite suite = ValidationSuite.parse(yaml, "test");
        KeyedBroadcastOperatorTestHarness<String, Reading, SuiteUpdate, QualityRecord> opened =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(
                                new CheckWindows(suite, Duration.ofMinutes(2)),
                                List.of(SuiteUpdates.STATE)),
                        MachineStream::keyOf,
                        Types.STRING,
                        1,
                        1,
                        0);
        if (state != null) {
            opened.initializeState(state);
        }
        opened.open();
        return opened;
    }

    private void publish(String yaml) throws Exception {
        harness.processBroadcastElement(new SuiteUpdate(yaml, START), 0);
    }

    private void drive(int fromSecond, int toSecond, double speedKph) throws Exception {
        for (int second = fromSecond; second < toSecond; second++) {
            Instant time = START.plusSeconds(second);
            harness.processElement(
                    telemetry("A", second, time, 300.0, 1_000.0, speedKph, 3_300.0),
                    time.toEpochMilli());
        }
    }

    private void advanceTo(long second) throws Exception {
        advance(new Watermark(START.plusSeconds(second).toEpochMilli()));
    }

    private void advance(Watermark watermark) throws Exception {
        harness.processBroadcastWatermark(watermark);
        harness.processWatermark(watermark);
    }

    private List<QualityRecord> told() {
        return harness.extractOutputValues();
    }

    private List<QualityRecord> silences() {
        return told().stream().filter(record -> record.rule().equals("silence")).toList();
    }
}
