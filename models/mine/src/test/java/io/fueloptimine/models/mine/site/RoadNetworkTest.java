package io.fueloptimine.models.mine.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoadNetworkTest {

    private static final Location FACE = new Location("F", LocationKind.FACE, 0, 0, 3_500);
    private static final Location BEND = new Location("J", LocationKind.JUNCTION, 0, 1_000, 3_540);
    private static final Location DUMP = new Location("D", LocationKind.DUMP, 0, 2_000, 3_600);
    private static final RoadSegment LOWER = new RoadSegment("lower", "F", "J", 500, 50, 2.2);
    private static final RoadSegment UPPER = new RoadSegment("upper", "J", "D", 1_000, 50, 2.2);
    private static final RoadSegment LONG = new RoadSegment("long", "D", "F", 4_000, 50, 2.2);
    private final RoadNetwork roads =
            new RoadNetwork(List.of(FACE, BEND, DUMP), List.of(LOWER, UPPER, LONG));

    @Test
    void findsTheShortestRouteAndItsClimb() {
        Route route = roads.shortest("F", "D", Set.of()).orElseThrow();

        assertThat(route.segmentIds()).containsExactly("lower", "upper");
        assertThat(route.lengthM()).isEqualTo(1_500);
        assertThat(route.riseM()).isEqualTo(100);
        assertThat(route.legs().get(0).gradePct()).isEqualTo(8);
    }

    @Test
    void goesDownWhatItClimbedOnTheWayBack() {
        assertThat(roads.shortest("D", "F", Set.of()).orElseThrow().riseM()).isEqualTo(-100);
    }

    @Test
    void goesAroundAClosedRoad() {
        assertThat(roads.shortest("F", "D", Set.of("upper")).orElseThrow().segmentIds())
                .containsExactly("long");
    }

    @Test
    void saysWhenThereIsNoWay() {
        assertThat(roads.shortest("F", "D", Set.of("upper", "long"))).isEmpty();
    }

    @Test
    void staysWhereItIs() {
        assertThat(roads.shortest("F", "F", Set.of()).orElseThrow().legs()).isEmpty();
    }

    @Test
    void drivesAOneWayRoadInItsDirectionOnly() {
        RoadSegment down = new RoadSegment("down", "D", "F", 900, 50, 2.2, true);
        RoadNetwork withOneWay =
                new RoadNetwork(List.of(FACE, BEND, DUMP), List.of(LOWER, UPPER, down));

        assertThat(withOneWay.shortest("D", "F", Set.of()).orElseThrow().segmentIds())
                .containsExactly("down");
        assertThat(withOneWay.shortest("F", "D", Set.of()).orElseThrow().segmentIds())
                .containsExactly("lower", "upper");
        assertThat(withOneWay.shortest("F", "D", Set.of("upper"))).isEmpty();
    }
}
