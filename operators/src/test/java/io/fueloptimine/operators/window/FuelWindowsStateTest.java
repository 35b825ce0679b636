package io.fueloptimine.operators.window;

import static io.fueloptimine.operators.SampleReadings.START;
import static io.fueloptimine.operators.SampleReadings.telemetry;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.operators.StateStory;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FuelWindowsStateTest {

    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<String, Reading, FuelWindow>>
            STORY =
                    new StateStory<>(
                            "fuel-windows",
                            () ->
                                    new KeyedOneInputStreamOperatorTestHarness<>(
                                            FuelWindowsTest.windowOperator(),
                                            Reading::machineKey,
                                            Types.STRING),
                            harness -> {
                                drive(harness, 0, 60);
                                advanceTo(harness, 60);
                                drive(harness, 60, 90);
                            },
                            harness -> {
                                drive(harness, 90, 120);
                                drive(harness, 20, 21);
                                advanceTo(harness, 120);
                            });

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void endsAndRevisesTheWindowsThatAnEarlierVersionBegan(String version) throws Exception {
        assertThat(STORY.toldAfter(version))
                .isEqualTo(STORY.toldAfterItself())
                .extracting(window -> ((FuelWindow) window).revision())
                .containsExactlyInAnyOrder(1, 0);
    }

    private static void drive(
            KeyedOneInputStreamOperatorTestHarness<String, Reading, FuelWindow> harness,
            int fromSecond,
            int toSecond)
            throws Exception {
        for (int second = fromSecond; second < toSecond; second++) {
            Instant time = START.plusSeconds(second);
            harness.processElement(
                    telemetry("A", second, time, 300.0, 1_000 + second / 12.0, 20.0, 3_300.0),
                    time.toEpochMilli());
        }
    }

    private static void advanceTo(
            KeyedOneInputStreamOperatorTestHarness<String, Reading, FuelWindow> harness,
            long second)
            throws Exception {
        harness.processWatermark(START.plusSeconds(second).toEpochMilli() - 1);
    }
}
