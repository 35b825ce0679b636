package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
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

class RoadTriggersTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, RoadState, PlanTrigger> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new RoadTriggers(), RoadState::key, Types.STRING);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void requestsAPlanWhenARoadClosesAndWhenItOpens() throws Exception {
        road("R-12", RoadCondition.CLOSED, 0);
        road("R-12", RoadCondition.CLOSED, 10);
        road("R-12", RoadCondition.OPEN, 20);
        road("R-12", RoadCondition.OPEN, 30);

        assertThat(harness.extractOutputValues())
                .extracting(PlanTrigger::cause, PlanTrigger::subject, PlanTrigger::at)
                .containsExactly(
                        tuple(PlanCause.ROAD_CLOSED, "R-12", START),
                        tuple(PlanCause.ROAD_OPEN, "R-12", START.plusSeconds(1_200)));
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void distinguishesRainOnAllRoadsFromAClosedRoad() throws Exception {
        road(RoadState.ALL_SEGMENTS, RoadCondition.WET, 0);
        road("R-12", RoadCondition.CLOSED, 1);
        road(RoadState.ALL_SEGMENTS, RoadCondition.OPEN, 2);

        assertThat(harness.extractOutputValues())
                .extracting(PlanTrigger::cause, PlanTrigger::subject)
                .containsExactly(
                        tuple(PlanCause.ROAD_WET, null),
                        tuple(PlanCause.ROAD_CLOSED, "R-12"),
                        tuple(PlanCause.ROAD_DRY, null));
    }

    private void road(String segmentId, RoadCondition condition, int minute) throws Exception {
        Instant since = START.plusSeconds(60L * minute);
        harness.processElement(
                new RoadState(
                        "andes",
                        segmentId,
                        condition,
                        since,
                        null,
                        RoadStateSource.NOTE,
                        "note-" + minute,
                        null),
                since.toEpochMilli());
    }
}
