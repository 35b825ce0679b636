package io.fueloptimine.models.mine.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares routes on random road networks with the Floyd-Warshall algorithm. */
class RoadNetworkPropertyTest {

    private static final int PLACES = 9;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheShortestWayBetweenAnyTwoPlaces(long seed) {
        Pit pit = Pit.random(new Random(seed), 0.3);
        double[][] metres = pit.shortestByFloydWarshall();

        for (int from = 0; from < PLACES; from++) {
            for (int to = 0; to < PLACES; to++) {
                Optional<Route> route = pit.roads().shortest("L" + from, "L" + to, pit.closed);
                if (Double.isInfinite(metres[from][to])) {
                    assertThat(route).isEmpty();
                } else {
                    assertThat(route.orElseThrow().lengthM())
                            .isCloseTo(metres[from][to], within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void connectsEachLegWithTheNextAndTakesNoClosedRoad(long seed) {
        Pit pit = Pit.random(new Random(seed), 0.3);

        for (int to = 1; to < PLACES; to++) {
            Optional<Route> found = pit.roads().shortest("L0", "L" + to, pit.closed);
            if (found.isPresent()) {
                String at = "L0";
                for (Route.Leg leg : found.get().legs()) {
                    assertThat(leg.fromLocationId()).isEqualTo(at);
                    if (leg.segment().oneWay()) {
                        assertThat(leg.fromLocationId()).isEqualTo(leg.segment().from());
                    }
                    assertThat(pit.closed).doesNotContain(leg.segment().id());
                    at = leg.toLocationId();
                }
                assertThat(at).isEqualTo("L" + to);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void gainsTheDifferenceOfElevationWhateverTheWay(long seed) {
        Pit pit = Pit.random(new Random(seed), 0.3);

        for (int to = 0; to < PLACES; to++) {
            double riseM = pit.places.get(to).elevationM() - pit.places.get(0).elevationM();
            pit.roads()
                    .shortest("L0", "L" + to, Set.of())
                    .ifPresent(route -> assertThat(route.riseM()).isCloseTo(riseM, within(1e-6)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void isAsLongBackAsForthWithoutOneWayRoads(long seed) {
        Pit pit = Pit.random(new Random(seed), 0);

        for (int to = 0; to < PLACES; to++) {
            Optional<Double> forth =
                    pit.roads().shortest("L0", "L" + to, pit.closed).map(Route::lengthM);
            Optional<Double> back =
                    pit.roads().shortest("L" + to, "L0", pit.closed).map(Route::lengthM);
            assertThat(back.isPresent()).isEqualTo(forth.isPresent());
            forth.ifPresent(m -> assertThat(back.orElseThrow()).isCloseTo(m, within(1e-6)));
        }
    }

    private record Pit(List<Location> places, List<RoadSegment> segments, Set<String> closed) {

        /** Parallel roads, loops from a place to itself and unconnected places included. */
        static Pit random(Random random, double oneWayShare) {
            List<Location> places =
                    IntStream.range(0, PLACES)
                            .mapToObj(
                                    i ->
                                            new Location(
                                                    "L" + i,
                                                    LocationKind.JUNCTION,
                                                    0,
                                                    0,
                                                    3_000 + random.nextInt(200)))
                            .toList();
            List<RoadSegment> segments = new ArrayList<>();
            Set<String> closed = new HashSet<>();
            for (int i = 0; i < 13; i++) {
                String from = "L" + random.nextInt(PLACES);
                String to = "L" + random.nextInt(PLACES);
                double lengthM = 100 + random.nextInt(2_000);
                boolean oneWay = random.nextDouble() < oneWayShare;
                segments.add(new RoadSegment("R" + i, from, to, lengthM, 40, 2, oneWay));
                if (random.nextInt(6) == 0) {
                    closed.add("R" + i);
                }
            }
            return new Pit(places, segments, closed);
        }

        RoadNetwork roads() {
            return new RoadNetwork(places, segments);
        }

        double[][] shortestByFloydWarshall() {
            double[][] metres = new double[PLACES][PLACES];
            for (int i = 0; i < PLACES; i++) {
                for (int j = 0; j < PLACES; j++) {
                    metres[i][j] = i == j ? 0 : Double.POSITIVE_INFINITY;
                }
            }
            for (RoadSegment road : segments) {
                int a = Integer.parseInt(road.from().substring(1));
                int b = Integer.parseInt(road.to().substring(1));
                if (!closed.contains(road.id())) {
                    metres[a][b] = Math.min(metres[a][b], road.lengthM());
                    if (!road.oneWay()) {
                        metres[b][a] = Math.min(metres[b][a], road.lengthM());
                    }
                }
            }
            for (int k = 0; k < PLACES; k++) {
                for (int i = 0; i < PLACES; i++) {
                    for (int j = 0; j < PLACES; j++) {
                        metres[i][j] = Math.min(metres[i][j], metres[i][k] + metres[k][j]);
                    }
                }
            }
            for (int i = 0; i < PLACES; i++) {
                metres[i][i] = 0;
            }
            return metres;
        }
    }
}
