package io.fueloptimine.operators.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.mine.road.RoadCondition;
import io.fueloptimine.models.mine.road.RoadState;
import io.fueloptimine.models.mine.road.RoadStateSource;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowRoadsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, RoadState, RoadState> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new FollowRoads(), RoadState::key, Types.STRING);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void movesTheEndOfAClosureThatIsRepeatedAndOpensTheRoadThere() throws Exception {
        report("R-12", RoadCondition.CLOSED, 0);
        report("R-12", RoadCondition.CLOSED, 30);
        harness.processWatermark(minute(70).toEpochMilli());
        assertThat(harness.extractOutputValues())
                .extracting(RoadState::state, RoadState::since, RoadState::until)
                .containsExactly(
                        tuple(RoadCondition.CLOSED, minute(0), minute(60)),
                        tuple(RoadCondition.CLOSED, minute(0), minute(90)));

        harness.processWatermark(minute(90).toEpochMilli());
        assertThat(harness.extractOutputValues())
                .last()
                .extracting(RoadState::state, RoadState::since, RoadState::until)
                .containsExactly(RoadCondition.OPEN, minute(90), null);
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void opensTheRoadOnceWhenANoteReportsItOpen() throws Exception {
        report("R-12", RoadCondition.CLOSED, 0);
        report("R-12", RoadCondition.OPEN, 20);
        harness.processWatermark(minute(120).toEpochMilli());

        assertThat(harness.extractOutputValues())
                .extracting(RoadState::state)
                .containsExactly(RoadCondition.CLOSED, RoadCondition.OPEN);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void keepsRoadsApart() throws Exception {
        report("R-12", RoadCondition.CLOSED, 0);
        report("R-13", RoadCondition.CLOSED, 5);
        report("R-13", RoadCondition.OPEN, 10);
        harness.processWatermark(minute(120).toEpochMilli());

        assertThat(harness.extractOutputValues())
                .extracting(RoadState::segmentId, RoadState::state, RoadState::since)
                .containsExactly(
                        tuple("R-12", RoadCondition.CLOSED, minute(0)),
                        tuple("R-13", RoadCondition.CLOSED, minute(5)),
                        tuple("R-13", RoadCondition.OPEN, minute(10)),
                        tuple("R-12", RoadCondition.OPEN, minute(60)));
    }

    private void report(String segmentId, RoadCondition condition, int minute) throws Exception {
        harness.processElement(
                new RoadState(
                        "andes",
                        segmentId,
                        condition,
                        minute(minute),
                        condition == RoadCondition.OPEN ? null : minute(minute + 60),
                        RoadStateSource.NOTE,
                        "note-" + minute,
                        null),
                minute(minute).toEpochMilli());
    }

    private static Instant minute(int minutes) {
        return START.plusSeconds(60L * minutes);
    }
}
