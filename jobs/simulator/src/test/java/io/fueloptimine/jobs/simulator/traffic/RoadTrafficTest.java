package io.fueloptimine.jobs.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoadTrafficTest {

    private static final long NOW = 1_767_600_000_000L;
    private static final Route.Leg LOWER = leg("lower", "F", "J");
    private static final Route.Leg UPPER = leg("upper", "J", "D");
    private static final Route.Leg DOWN = leg("upper", "D", "J");
    private static final Route.Leg BACK = leg("lower", "J", "F");
    private static final Route.Leg SIDE = leg("side", "P", "J");

    private final RoadTraffic traffic = new RoadTraffic("J"::equals);

    @Test
    void aTruckAloneLeavesWhenItLikes() {
        assertThat(traffic.earliestExitMs("T1", LOWER, UPPER, NOW + 60_000))
                .isEqualTo(NOW + 60_000);
    }

    @Test
    void aFastTruckLeavesBehindTheSlowOneAhead() {
        traffic.enter("slow", LOWER, null, NOW + 200_000, NOW);

        assertThat(traffic.earliestExitMs("fast", LOWER, null, NOW + 90_000))
                .isEqualTo(NOW + 200_000 + RoadTraffic.HEADWAY_MS);
        traffic.leave("slow");
        assertThat(traffic.earliestExitMs("fast", LOWER, null, NOW + 201_000))
                .isEqualTo(NOW + 200_000 + RoadTraffic.HEADWAY_MS);
        assertThat(traffic.earliestExitMs("fast", LOWER, null, NOW + 300_000))
                .isEqualTo(NOW + 300_000);
    }

    @Test
    void theOppositeDirectionIsAnotherLane() {
        traffic.enter("slow", LOWER, null, NOW + 200_000, NOW);

        assertThat(traffic.earliestExitMs("fast", BACK, null, NOW + 90_000))
                .isEqualTo(NOW + 90_000);
    }

    @Test
    void aTruckThatBrokeDownIsPassedAtCreepSpeedAndFollowsTheOthersLater() {
        traffic.enter("broken", LOWER, null, NOW + 200_000, NOW);
        traffic.stop("broken");

        assertThat(traffic.earliestExitMs("T2", LOWER, null, NOW + 90_000))
                .isEqualTo(NOW + 90_000 + RoadTraffic.PASSING_MS);
        traffic.enter("T2", LOWER, null, NOW + 110_000, NOW);
        assertThat(traffic.earliestExitMs("broken", LOWER, null, NOW + 30_000))
                .isEqualTo(NOW + 110_000 + RoadTraffic.HEADWAY_MS);
        traffic.enter("broken", LOWER, null, NOW + 120_000, NOW);
        assertThat(traffic.earliestExitMs("T3", LOWER, null, NOW + 300_000))
                .isEqualTo(NOW + 300_000);
    }

    @Test
    void oneOfTwoTrucksWaitsAtAJunction() {
        traffic.enter("T1", LOWER, UPPER, NOW + 60_000, NOW);

        assertThat(traffic.earliestExitMs("T2", SIDE, UPPER, NOW + 58_000))
                .isEqualTo(NOW + 60_000 + RoadTraffic.JUNCTION_MS);
        assertThat(traffic.earliestExitMs("T2", SIDE, UPPER, NOW + 55_000)).isEqualTo(NOW + 55_000);
    }

    @Test
    void aThirdTruckTakesTheNextFreePassage() {
        traffic.enter("T1", LOWER, UPPER, NOW + 60_000, NOW);
        traffic.enter("T2", SIDE, UPPER, NOW + 64_000, NOW);

        assertThat(traffic.earliestExitMs("T3", leg("other", "X", "J"), UPPER, NOW + 60_500))
                .isEqualTo(NOW + 64_000 + RoadTraffic.JUNCTION_MS);
    }

    @Test
    void trucksInOppositeDirectionsAndTrucksThatEndAtTheJunctionDoNotHoldEachOther() {
        traffic.enter("T1", LOWER, UPPER, NOW + 60_000, NOW);

        assertThat(traffic.earliestExitMs("T2", DOWN, BACK, NOW + 60_000)).isEqualTo(NOW + 60_000);
        assertThat(traffic.earliestExitMs("T2", SIDE, null, NOW + 60_000)).isEqualTo(NOW + 60_000);
    }

    @Test
    void aTruckThatBreaksDownGivesItsPassageAway() {
        traffic.enter("T1", LOWER, UPPER, NOW + 60_000, NOW);
        traffic.stop("T1");

        assertThat(traffic.earliestExitMs("T2", SIDE, UPPER, NOW + 60_000)).isEqualTo(NOW + 60_000);
    }

    @Test
    void continuesFromASnapshot() throws Exception {
        traffic.enter("gone", LOWER, UPPER, NOW - 2_000, NOW - 60_000);
        traffic.leave("gone");
        traffic.enter("T1", LOWER, UPPER, NOW + 60_000, NOW);
        traffic.enter("T2", SIDE, UPPER, NOW + 64_000, NOW);
        traffic.enter("T3", BACK, null, NOW + 90_000, NOW);
        traffic.stop("T3");
        byte[] json = MineJson.toBytes(traffic.snapshot(NOW));
        RoadTraffic restored = new RoadTraffic("J"::equals);
        restored.restore(MineJson.fromBytes(json, RoadTrafficState.class), NOW);

        assertThat(restored.snapshot(NOW)).isEqualTo(traffic.snapshot(NOW));
        assertThat(restored.plannedExitMs("T1", LOWER)).hasValue(NOW + 60_000);
        assertThat(restored.plannedExitMs("T3", BACK)).isEmpty();
        assertThat(restored.earliestExitMs("T4", SIDE, UPPER, NOW + 1_000)).isEqualTo(NOW + 74_000);
        assertThat(List.of(restored.snapshot(NOW).lastExits())).isNotEmpty();
    }

    private static Route.Leg leg(String segmentId, String from, String to) {
        return new Route.Leg(new RoadSegment(segmentId, from, to, 500, 40, 2), from, to, 0);
    }
}
