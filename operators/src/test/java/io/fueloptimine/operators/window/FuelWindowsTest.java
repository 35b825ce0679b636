package io.fueloptimine.operators.window;

import static io.fueloptimine.operators.SampleReadings.START;
import static io.fueloptimine.operators.SampleReadings.telemetry;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.hour.LateReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FuelWindowsTest {

    private static final long MINUTE = 60;
    private static final Duration LATENESS = Duration.ofMinutes(40);

    private KeyedOneInputStreamOperatorTestHarness<String, Reading, FuelWindow> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        windowOperator(), Reading::machineKey, Types.STRING);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void emitsAMinuteWhenTheWatermarkPassesItsEnd() throws Exception {
        drive(0, 60);
        advanceTo(59);
        assertThat(harness.extractOutputValues()).isEmpty();
        advanceTo(60);

        FuelWindow window = harness.extractOutputValues().get(0);
        assertThat(window.start()).isEqualTo(START);
        assertThat(window.end()).isEqualTo(START.plusSeconds(MINUTE));
        assertThat(window.readings()).isEqualTo(60);
        assertThat(window.revision()).isZero();
        assertThat(window.fuelL()).isPositive();
    }

    @Test
    void emitsLateReadingsOncePerWatermarkAsARevision() throws Exception {
        drive(0, 20);
        advanceTo(120);
        drive(20, 60);
        assertThat(harness.extractOutputValues()).hasSize(1);
        advanceTo(121);
        advanceTo(122);
        drive(60, 120);
        advanceTo(123);

        List<FuelWindow> windows = harness.extractOutputValues();
        assertThat(windows).extracting(FuelWindow::revision).containsExactly(0, 1, 0);
        assertThat(windows).extracting(FuelWindow::readings).containsExactly(20, 60, 60);
    }

    @Test
    void takesNoNoticeOfARepeatedWatermark() throws Exception {
        drive(0, 60);
        advanceTo(60);
        advanceTo(300);
        advanceTo(600);

        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @Test
    void leavesNothingBehindAfterTheAllowedLateness() throws Exception {
        drive(0, 60);
        advanceTo(60);
        drive(0, 1);
        long closed = MINUTE + WindowSettings.DEFAULT.allowedLateness().toSeconds();
        advanceTo(closed);

        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries()).isZero();

        drive(30, 31);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.getSideOutput(FuelWindows.TOO_LATE)).hasSize(1);
        assertThat(harness.extractOutputValues()).hasSize(2);
    }

    @Test
    void emitsALateReadingWithAllItsFields() throws Exception {
        Reading reading = telemetry("A", 7, START);
        QualityRecord late = LateReading.record(reading, "too-late-for-window", LATENESS);

        assertThat(late.verdict()).isEqualTo(QualityVerdict.LATE);
        assertThat(late.qualityId())
                .isEqualTo("pit/A/telemetry/7@" + START.toEpochMilli() + "/too-late-for-window");
        assertThat(late.topic()).isEqualTo("pit/v1/haultruck/A/telemetry");
        assertThat(late.expected()).isEqualTo("at most 40 min behind the site");
        assertThat(MineJson.fromBytes(late.payload(), Reading.class)).isEqualTo(reading);
    }

    private void drive(int fromSecond, int toSecond) throws Exception {
        for (int second = fromSecond; second < toSecond; second++) {
            Instant time = START.plusSeconds(second);
            harness.processElement(
                    telemetry("A", second, time, 300.0, 1_000 + second / 12.0, 20.0, 3_300.0),
                    time.toEpochMilli());
        }
    }

    private void advanceTo(long second) throws Exception {
        harness.processWatermark(START.plusSeconds(second).toEpochMilli() - 1);
    }

    /** The window operator exactly as the graph has it. */
    @SuppressWarnings("unchecked")
    static OneInputStreamOperator<Reading, FuelWindow> windowOperator() {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(settings);
        OneInputTransformation<Reading, FuelWindow> window =
                (OneInputTransformation<Reading, FuelWindow>)
                        FuelWindows.of(
                                        env.fromData(
                                                TypeInformation.of(Reading.class),
                                                telemetry("A", 0, START)),
                                        WindowSettings.DEFAULT.allowedLateness())
                                .getTransformation();
        return (OneInputStreamOperator<Reading, FuelWindow>) window.getOperator();
    }
}
