package io.fueloptimine.operators.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.operators.StateStory;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HaulCyclesStateTest {

    private static final List<Reading> CYCLE =
            CycleScript.oneCycle(true).stream()
                    .sorted(Comparator.comparing(Reading::time))
                    .toList();
    private static final int HALF = CYCLE.size() / 2;

    /** Half a cycle is folded into the truck's log at the snapshot, the rest still waits. */
    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<String, Reading, HaulCycle>>
            STORY =
                    new StateStory<>(
                            "haul-cycles",
                            () ->
                                    new KeyedOneInputStreamOperatorTestHarness<>(
                                            new KeyedProcessOperator<>(
                                                    new HaulCycles(Duration.ofMinutes(15))),
                                            Reading::machineKey,
                                            Types.STRING),
                            harness -> {
                                send(harness, CYCLE.subList(0, HALF));
                                harness.processWatermark(CYCLE.get(HALF).time().toEpochMilli() - 1);
                            },
                            harness -> {
                                send(harness, CYCLE.subList(HALF, CYCLE.size()));
                                harness.processWatermark(Long.MAX_VALUE);
                            });

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void endsTheCycleThatAnEarlierVersionBegan(String version) throws Exception {
        assertThat(STORY.toldAfter(version)).isEqualTo(STORY.toldAfterItself()).hasSize(1);
    }

    private static void send(
            KeyedOneInputStreamOperatorTestHarness<String, Reading, HaulCycle> harness,
            List<Reading> readings)
            throws Exception {
        for (Reading reading : readings) {
            harness.processElement(reading, reading.time().toEpochMilli());
        }
    }
}
