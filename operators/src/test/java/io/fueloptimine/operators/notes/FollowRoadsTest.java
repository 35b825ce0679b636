package io.fueloptimine.operators.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.PlanTrigger;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowRoadsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, PlanTrigger, PlanTrigger> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new FollowRoads(), FollowRoads::keyOf, Types.STRING);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void tellsOfAClosureOnceAndOpensTheRoadWhenNobodyRepeatsIt() throws Exception {
        note("ROAD_CLOSED", "R-12", 0);
        note("ROAD_CLOSED", "R-12", 30);
        harness.processWatermark(minute(70).toEpochMilli());
        assertThat(harness.extractOutputValues()).hasSize(1);

        harness.processWatermark(minute(90).toEpochMilli());
        assertThat(harness.extractOutputValues())
                .containsExactly(
                        new PlanTrigger("andes", "ROAD_CLOSED", "R-12", minute(0)),
                        new PlanTrigger("andes", "ROAD_OPEN", "R-12", minute(90)));
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void opensTheRoadAtOnceWhenSomebodySaysSoAndNotAgain() throws Exception {
        note("ROAD_CLOSED", "R-12", 0);
        note("ROAD_OPEN", "R-12", 20);
        harness.processWatermark(minute(120).toEpochMilli());

        assertThat(harness.extractOutputValues())
                .extracting(PlanTrigger::cause)
                .containsExactly("ROAD_CLOSED", "ROAD_OPEN");
    }

    @Test
    void keepsRoadsApartAndTakesWetnessForTheWholeMine() throws Exception {
        note("ROAD_CLOSED", "R-12", 0);
        note("ROAD_CLOSED", "R-13", 0);
        note("ROAD_WET", "R-12", 1);
        note("ROAD_WET", "R-13", 2);
        harness.processWatermark(minute(120).toEpochMilli());

        assertThat(harness.extractOutputValues())
                .extracting(PlanTrigger::cause)
                .containsExactlyInAnyOrder(
                        "ROAD_CLOSED",
                        "ROAD_CLOSED",
                        "ROAD_WET",
                        "ROAD_OPEN",
                        "ROAD_OPEN",
                        "ROAD_DRY");
    }

    private void note(String cause, String road, int minute) throws Exception {
        harness.processElement(
                new PlanTrigger("andes", cause, road, minute(minute)),
                minute(minute).toEpochMilli());
    }

    private static Instant minute(int minutes) {
        return START.plusSeconds(60L * minutes);
    }
}
