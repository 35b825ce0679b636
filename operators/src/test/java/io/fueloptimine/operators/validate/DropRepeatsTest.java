package io.fueloptimine.operators.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Records here are texts {@code machine/time-ms/number}. */
class DropRepeatsTest {

    private static final long DAY_MS = 86_400_000;

    @Test
    void passesEachRecordOncePerMachine() throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (String record : new String[] {"a/0/1", "a/0/2", "b/0/1", "a/0/1", "a/0/2"}) {
                harness.processElement(record, 0);
            }

            assertThat(harness.extractOutputValues()).containsExactly("a/0/1", "a/0/2", "b/0/1");
        }
    }

    @Test
    void remembersThroughARestart() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            harness.processElement("a/0/1", 0);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processElement("a/0/1", 0);

            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void forgetsWhatIsTwoDaysBehindTheMachinesNewest() throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (int day = 0; day < 30; day++) {
                harness.processElement("a/" + day * DAY_MS + "/1", 0);
            }

            // newest, the two days behind it, and when it was last tidied
            assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
            harness.processElement("a/" + 28 * DAY_MS + "/1", 0);
            assertThat(harness.extractOutputValues()).hasSize(30);
        }
    }

    @Test
    void forgetsAMachineThatWasSilentForAWeek() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.setStateTtlProcessingTime(0);
            harness.processElement("a/0/1", 0);
            harness.setStateTtlProcessingTime(8 * DAY_MS);
            harness.processElement("a/0/1", 0);

            assertThat(harness.extractOutputValues()).hasSize(2);
            assertThat(harness.numProcessingTimeTimers()).isZero();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness()
            throws Exception {
        DropRepeats<String> function =
                new DropRepeats<>(
                        text -> text,
                        text -> Instant.ofEpochMilli(Long.parseLong(text.split("/")[1])));
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(function), text -> text.split("/")[0], Types.STRING);
    }
}
