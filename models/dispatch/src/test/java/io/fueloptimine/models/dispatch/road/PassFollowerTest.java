package io.fueloptimine.models.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.plan.FlatMine;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassFollowerTest {

    private static final Instant START = Instant.parse("2026-05-04T06:00:00Z");
    private static final double METRES_PER_S = 5;
    private static final MineSite FLAT = new FlatMine().build();

    /** A road that leads north from A to B by 500 m, and on to C by 300 m. */
    private static final MineSite MINE =
            new MineSite(
                    "mine",
                    FLAT.digPlan(),
                    List.of(
                            new Location("A", LocationKind.JUNCTION, 0, 0, 3_500),
                            new Location("B", LocationKind.JUNCTION, 0, 500, 3_500),
                            new Location("C", LocationKind.JUNCTION, 0, 800, 3_500)),
                    List.of(
                            new RoadSegment("A-B", "A", "B", 500, 40, 2),
                            new RoadSegment("B-C", "B", "C", 300, 40, 2, true)),
                    List.of(FlatMine.LARGE),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    private final PassFollower follower = new PassFollower(MINE);
    private final List<RoadPass> passes = new ArrayList<>();
    private RoadTrail trail;

    @Test
    void findsTheSegmentsInTheOrderInWhichTheTruckDroveThem() {
        for (int second = 0; second <= 160; second++) {
            drive(second, METRES_PER_S * second, ProductionState.HAULING);
        }
        drive(161, 800, ProductionState.DUMPING);

        assertThat(passes).extracting(RoadPass::segmentId).containsExactly("A-B", "B-C");
        RoadPass first = passes.get(0);
        assertThat(first.loaded()).isTrue();
        assertThat(passes).extracting(RoadPass::fromLocationId).containsExactly("A", "B");
        assertThat(first.hours() * 3_600).isCloseTo(100, within(2.0));
        assertThat(first.litres()).isCloseTo(100 / 3_600.0 * 360, within(0.2));
        double massT = FlatMine.LARGE.emptyMassT() + 200;
        assertThat(first.workKwh())
                .isCloseTo(massT * 9.81 * 0.02 * 500 / 3_600, within(0.03 * first.workKwh()));
        assertThat(first.pointKwh()).isCloseTo(first.workKwh() / 2, within(1e-9));
    }

    @Test
    void doesNotFindAOneWayRoadInTheWrongDirection() {
        for (int second = 0; second <= 160; second++) {
            drive(second, 800 - METRES_PER_S * second, ProductionState.DRIVING);
        }
        drive(161, 0, ProductionState.QUEUED);

        assertThat(passes).extracting(RoadPass::segmentId).containsExactly("A-B");
        assertThat(passes.get(0).loaded()).isFalse();
        assertThat(passes.get(0).fromLocationId()).isEqualTo("B");
    }

    @Test
    void aTruckThatTurnsBackHasNotDrivenTheSegment() {
        for (int second = 0; second <= 60; second++) {
            drive(second, METRES_PER_S * second, ProductionState.DRIVING);
        }
        for (int second = 61; second <= 120; second++) {
            drive(second, METRES_PER_S * (120 - second), ProductionState.DRIVING);
        }
        drive(121, 0, ProductionState.QUEUED);

        assertThat(passes).isEmpty();
    }

    @Test
    void aGapInTheReadingsEndsTheTrail() {
        for (int second = 0; second <= 110; second++) {
            if (second < 40 || second > 65) {
                drive(second, METRES_PER_S * second, ProductionState.HAULING);
            }
        }

        assertThat(passes).isEmpty();
    }

    @Test
    void anOldReadingChangesNothing() {
        for (int second = 0; second <= 110; second++) {
            drive(second, METRES_PER_S * second, ProductionState.HAULING);
            drive(second - 30, 0, ProductionState.QUEUED);
        }

        assertThat(passes).extracting(RoadPass::segmentId).containsExactly("A-B");
    }

    private void drive(int second, double northingM, ProductionState state) {
        double speedKph = 3.6 * METRES_PER_S;
        Telemetry telemetry =
                new Telemetry(
                        FlatMine.LARGE.name(),
                        "OP",
                        state,
                        360.0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        speedKph,
                        200.0,
                        0.0,
                        0.0,
                        northingM,
                        3_500.0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        Instant at = START.plusSeconds(second);
        Reading reading =
                new Reading(
                        "mine",
                        EquipmentKind.HAULTRUCK,
                        "T01",
                        ReadingStream.TELEMETRY,
                        second,
                        at,
                        at,
                        false,
                        List.of(),
                        telemetry,
                        null,
                        null,
                        null,
                        null,
                        null);
        PassFollower.Followed followed = follower.accept(trail, reading);
        trail = followed.trail().orElse(null);
        followed.pass().ifPresent(passes::add);
    }
}
