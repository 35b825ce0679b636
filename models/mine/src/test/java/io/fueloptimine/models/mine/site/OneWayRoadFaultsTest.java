package io.fueloptimine.models.mine.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneWayRoadFaultsTest {

    @Test
    void acceptsALoopOfOneWayRoads() {
        List<RoadSegment> loop =
                List.of(
                        road("TWO", "RAMP", "IN", false),
                        road("A", "IN", "CRUSHER", true),
                        road("B", "CRUSHER", "OUT", true),
                        road("C", "OUT", "IN", true));

        assertThat(OneWayRoadFaults.of(loop)).isEmpty();
    }

    @Test
    void namesARoadToPlacesWithoutAWayBack() {
        List<RoadSegment> roads =
                List.of(
                        road("RAMP", "PIT", "RIM", false),
                        road("DROP", "RIM", "DUMP", true),
                        road("PAD", "DUMP", "EDGE", false));

        assertThat(OneWayRoadFaults.of(roads))
                .containsExactly(
                        "road DROP is one-way to DUMP, but no road leads back from DUMP to RIM,"
                                + " expected a way back from each location that can be reached");
    }

    @Test
    void ignoresPartsOfTheMineThatNoRoadConnects() {
        assertThat(
                        OneWayRoadFaults.of(
                                List.of(
                                        road("A", "P", "Q", true),
                                        road("B", "Q", "P", true),
                                        road("C", "R", "S", false))))
                .isEmpty();
    }

    /** Compares the faults with routes that {@link RoadNetwork} finds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void namesARoadIfAndOnlyIfThereIsNoRouteBack(long seed) {
        Random random = new Random(seed);
        List<Location> places = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            places.add(new Location("L" + i, LocationKind.JUNCTION, 0, 0, 3_000));
        }
        List<RoadSegment> roads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String from = "L" + random.nextInt(8);
            String to = "L" + random.nextInt(8);
            roads.add(road("R" + i, from, to, random.nextInt(3) > 0));
        }
        RoadNetwork network = new RoadNetwork(places, roads);

        Set<String> expected = new HashSet<>();
        for (RoadSegment road : roads) {
            if (network.shortest(road.to(), road.from(), Set.of()).isEmpty()) {
                expected.add(road.id());
            }
        }

        assertThat(OneWayRoadFaults.of(roads))
                .extracting(fault -> fault.split(" ")[1])
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static RoadSegment road(String id, String from, String to, boolean oneWay) {
        return new RoadSegment(id, from, to, 100, 40, 2, oneWay);
    }
}
