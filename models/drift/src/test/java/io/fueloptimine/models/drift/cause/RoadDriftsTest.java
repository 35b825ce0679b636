package io.fueloptimine.models.drift.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.consumption.SuspectedCause;
import io.fueloptimine.models.mine.road.RoadExcess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoadDriftsTest {

    private static final Instant AT = Instant.parse("2026-05-04T08:00:00Z");

    private OpenDrifts open = OpenDrifts.NONE;

    private List<DriftEvent> play(double... excessPct) {
        List<RoadExcess> rows = new ArrayList<>();
        for (int i = 0; i < excessPct.length; i++) {
            rows.add(row("R" + i, excessPct[i], excessPct[i] - 0.3));
        }
        return play(rows);
    }

    private List<DriftEvent> play(List<RoadExcess> rows) {
        OpenDrifts.Step step = RoadDrifts.step(open, rows);
        open = step.open();
        return step.events();
    }

    @Test
    void namesTheRoadThatStandsOutOnceUntilItIsAsTheOthers() {
        assertThat(play(0, 0.1, -0.1, 1.6, 0))
                .singleElement()
                .satisfies(
                        drift -> {
                            assertThat(drift.scope()).isEqualTo(DriftScope.ROAD);
                            assertThat(drift.subject()).isEqualTo("R3");
                            assertThat(drift.machineId()).isNull();
                            assertThat(drift.cause()).isEqualTo(SuspectedCause.ROAD_WET);
                            assertThat(drift.meanBefore()).isZero();
                            assertThat(drift.meanAfter()).isEqualTo(1.6);
                            assertThat(drift.driftId())
                                    .isEqualTo("andes/ROAD/R3/excessPct/" + AT.toEpochMilli());
                        });
        assertThat(play(0, 0.1, -0.1, 1.8, 0)).isEmpty();
        assertThat(play(0, 0.1, -0.1, 0.5, 0)).as("still above the end").isEmpty();
        assertThat(play(0, 0.1, -0.1, 0.2, 0))
                .extracting(DriftEvent::subject, DriftEvent::ended)
                .containsExactly(tuple("R3", true));
        assertThat(open).isEqualTo(OpenDrifts.NONE);
    }

    @Test
    void takesRainOnAllRoadsForNoDriftOfEach() {
        assertThat(play(1.4, 1.5, 1.6, 1.5, 1.4, 1.7)).isEmpty();
    }

    @Test
    void reportsNoSingleRoadsWhenManyStandOutAtOnce() {
        assertThat(play(0, 0, 0, 0, 0, 2, 2, 2, 2)).isEmpty();
        assertThat(play(0, 0, 0, 0, 0, 0, 2, 2, 2)).hasSize(RoadDrifts.MOST);
    }

    @Test
    void reportsNoSingleRoadWhileTheFleetHasDrifted() {
        open = open.withFleet(true);
        assertThat(play(0, 0, 2, 0)).isEmpty();
        open = open.withFleet(false);
        assertThat(play(0, 0, 2, 0)).hasSize(1);
    }

    @Test
    void needsCertaintyAndOtherRoads() {
        assertThat(play(List.of(row("A", 2, 0.4), row("B", 0, -1), row("C", 0, -1)))).isEmpty();
        assertThat(play(List.of(row("A", 2, 1.8), row("B", 0, -1)))).isEmpty();
    }

    private static RoadExcess row(String segmentId, double excessPct, double lowPct) {
        return new RoadExcess(
                "andes", segmentId, AT, 40, excessPct, 0.1, lowPct, 0.2, 300, 200, 400, null,
                List.of());
    }
}
