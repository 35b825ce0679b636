package io.fueloptimine.operators.validate;

import static io.fueloptimine.operators.SampleReadings.START;
import static io.fueloptimine.operators.SampleReadings.telemetry;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.operators.StateStory;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DropDuplicatesStateTest {

    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<String, Reading, Reading>>
            STORY =
                    new StateStory<>(
                            "drop-duplicates",
                            () ->
                                    new KeyedOneInputStreamOperatorTestHarness<>(
                                            new KeyedProcessOperator<>(new DropDuplicates()),
                                            DropDuplicates::keyOf,
                                            Types.STRING),
                            harness -> {
                                send(harness, telemetry("A", 6, START));
                                send(harness, telemetry("A", 8, START.plusSeconds(2)));
                                send(harness, telemetry("B", -1, START));
                            },
                            harness -> {
                                for (int number = 6; number < 10; number++) {
                                    send(
                                            harness,
                                            telemetry("A", number, START.plusSeconds(number - 6)));
                                }
                                send(harness, telemetry("B", -1, START));
                                send(harness, telemetry("B", -1, START.plusSeconds(1)));
                            });

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void dropsRepeatsOfReadingsThatAnEarlierVersionPassed(String version) throws Exception {
        assertThat(STORY.toldAfter(version))
                .isEqualTo(STORY.toldAfterItself())
                .extracting(reading -> ((Reading) reading).sequence())
                .containsExactly(7L, 9L, -1L);
    }

    private static void send(
            KeyedOneInputStreamOperatorTestHarness<String, Reading, Reading> harness,
            Reading reading)
            throws Exception {
        harness.processElement(reading, reading.time().toEpochMilli());
    }
}
