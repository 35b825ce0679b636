package io.fueloptimine.operators.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.operators.Scores;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DropOutOfOrderTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void passesEachMinuteOfAMachineOnceAndInOrder() throws Exception {
        try (var harness = harness()) {
            harness.open();
            say(harness, "T01", 1, 2, 2, 1, 4, 3);
            say(harness, "T02", 1);

            assertThat(passed(harness))
                    .containsExactly(
                            score("T01", 1), score("T01", 2), score("T01", 4), score("T02", 1));
        }
    }

    /** A restart sets event time back; what was passed before it stays passed. */
    @Test
    void knowsAfterARestartWhatItPassed() throws Exception {
        OperatorSubtaskState state;
        try (var harness = harness()) {
            harness.open();
            say(harness, "T01", 1, 2, 3);
            state = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(state);
            harness.open();
            say(harness, "T01", 2, 3, 4);

            assertThat(passed(harness)).containsExactly(score("T01", 4));
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, ScoredWindow>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DropOutOfOrder<ScoredWindow>()),
                ScoredWindow::machineKey,
                Types.STRING);
    }

    private static void say(
            KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, ScoredWindow> harness,
            String machineId,
            int... minutes)
            throws Exception {
        for (int minute : minutes) {
            ScoredWindow score = score(machineId, minute);
            harness.processElement(score, score.window().end().toEpochMilli() - 1);
        }
    }

    private static List<ScoredWindow> passed(
            KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, ScoredWindow> harness) {
        return harness.extractOutputValues();
    }

    private static ScoredWindow score(String machineId, int minute) {
        return Scores.of(machineId, START.plusSeconds(60L * minute), 5, 8);
    }
}
