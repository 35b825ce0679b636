package io.fueloptimine.jobs.simulator.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.SmallMine;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoadMapTest {

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final Set<String> closed = new HashSet<>();
    private final Conditions conditions =
            new Conditions() {
                @Override
                public boolean roadClosed(String segmentId, Instant time) {
                    return closed.contains(segmentId);
                }
            };
    private final RoadMap roads = new RoadMap(SmallMine.SITE);

    @Test
    void findsNoRouteOverAClosedRoadAndFindsItAgainAfterwards() {
        assertThat(roads.shortest("F1", "D1").map(Route::segmentIds)).contains(List.of("R1", "R2"));

        close("R2");
        assertThat(roads.shortest("F1", "D1")).isEmpty();
        assertThat(roads.metres("F1", "D1")).isEqualTo(Double.MAX_VALUE);
        assertThat(roads.shortest("F1", "B1")).isPresent();

        close();
        assertThat(roads.metres("F1", "D1")).isEqualTo(2_000);
    }

    @Test
    void reportsOnlyTheRoadsThatWereOpenUntilNow() {
        assertThat(close("R1")).containsExactly("R1");
        assertThat(close("R1")).isEmpty();
        assertThat(close("R1", "R2")).containsExactly("R2");
        assertThat(close("R2")).isEmpty();
        assertThat(close("R1", "R2")).containsExactly("R1");
        assertThat(roads.closed()).containsExactlyInAnyOrder("R1", "R2");
    }

    @Test
    void restrictsARouteToTheGivenRoads() {
        assertThat(roads.shortestOver("F1", "D1", List.of("R1", "R2"))).isPresent();
        assertThat(roads.shortestOver("F1", "D1", List.of("R1", "R3"))).isEmpty();
        close("R1");
        assertThat(roads.shortestOver("F1", "D1", List.of("R1", "R2"))).isEmpty();
    }

    @Test
    void aRouteToTheSamePlaceHasNoLegs() {
        assertThat(roads.shortest("F1", "F1").orElseThrow().legs()).isEmpty();
        assertThat(roads.metres("F1", "F1")).isZero();
    }

    @Test
    void theGradeOfARoadChangesItsSignWithTheDirection() {
        Route up = roads.shortest("F1", "D1").orElseThrow();
        Route down = roads.shortest("D1", "F1").orElseThrow();

        assertThat(up.riseM()).isEqualTo(100);
        assertThat(down.riseM()).isEqualTo(-100);
        assertThat(up.legs().get(0).gradePct()).isEqualTo(-down.legs().get(1).gradePct());
    }

    @Test
    void trucksDriveOneWayRoadsInTheirDirectionOnly() {
        MineSite small = SmallMine.SITE;
        List<RoadSegment> segments = new ArrayList<>(small.roads());
        segments.add(new RoadSegment("R5", "D1", "F1", 900, 50, 2.2, true));
        RoadMap withShortcut =
                new RoadMap(
                        new MineSite(
                                small.site(),
                                small.digPlan(),
                                small.locations(),
                                segments,
                                small.truckClasses(),
                                small.trucks(),
                                small.loadingUnits(),
                                small.dumps(),
                                small.auxMachines()));

        assertThat(withShortcut.metres("D1", "F1")).isEqualTo(900);
        assertThat(withShortcut.metres("F1", "D1")).isEqualTo(2_000);
        assertThat(withShortcut.shortestOver("F1", "D1", List.of("R5"))).isEmpty();
    }

    @Test
    void theNearestParkingIsGivenAlsoWhenItsRoadIsClosed() {
        assertThat(roads.nearestParking("F1")).isEqualTo("P1");
        close("R4");
        assertThat(roads.nearestParking("F1")).isEqualTo("P1");
        assertThat(roads.shortest("F1", "P1")).isEmpty();
    }

    private Set<String> close(String... segmentIds) {
        closed.clear();
        closed.addAll(List.of(segmentIds));
        return roads.updateClosures(conditions, NOW);
    }
}
