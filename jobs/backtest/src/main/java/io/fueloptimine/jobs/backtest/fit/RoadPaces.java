package io.fueloptimine.jobs.backtest.fit;

import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The travel time on each way: the mean of the recorded times, shrunk towards the time at the mean
 * speed of the way's grade band. A way with {@link #PRIOR_TRIPS} recorded trips lies half-way
 * between both. Immutable.
 */
public final class RoadPaces {

    /** The weight of the grade band's speed, in trips; chosen. */
    static final double PRIOR_TRIPS = 3;

    private static final double[] BAND_TOP_PCT = {-8, -6, -3, 3, 6, 8, 10};
    private static final double USUAL_MPS = 5.5;

    private record Band(boolean loaded, int number) {}

    private record Driven(double metres, double seconds, int trips) {

        static final Driven NOTHING = new Driven(0, 0, 0);

        Driven plus(double m, double s) {
            return new Driven(metres + m, seconds + s, trips + 1);
        }
    }

    private final RoadLengths lengths;
    private final Map<Road, Driven> roads = new HashMap<>();
    private final Map<Band, Driven> bands = new HashMap<>();

    private RoadPaces(RoadLengths lengths) {
        this.lengths = lengths;
    }

    /**
     * The paces in some cycles.
     *
     * @param cycles the cycles to which the paces are fitted
     */
    public static RoadPaces of(List<RecordedCycle> cycles, RoadLengths lengths) {
        RoadPaces paces = new RoadPaces(lengths);
        for (RecordedCycle cycle : cycles) {
            paces.add(Road.loaded(cycle.faceId(), cycle.dumpId()), cycle.fullTravelS());
            paces.add(Road.empty(cycle.previousDumpId(), cycle.faceId()), cycle.emptyTravelS());
        }
        return paces;
    }

    private void add(Road road, double seconds) {
        if (seconds > 0 && lengths.metres(road).isPresent()) {
            double metres = lengths.metres(road).getAsDouble();
            roads.merge(
                    road, Driven.NOTHING.plus(metres, seconds), (a, b) -> a.plus(metres, seconds));
            bands.merge(
                    band(road),
                    Driven.NOTHING.plus(metres, seconds),
                    (a, b) -> a.plus(metres, seconds));
        }
    }

    /** The expected travel time on a way that has a length, s. */
    public double seconds(Road road) {
        double metres = lengths.metres(road).orElseThrow();
        Driven band = bands.get(band(road));
        double bandS = band == null ? metres / USUAL_MPS : metres * band.seconds() / band.metres();
        Driven own = roads.getOrDefault(road, Driven.NOTHING);
        return (own.seconds() + PRIOR_TRIPS * bandS) / (own.trips() + PRIOR_TRIPS);
    }

    private Band band(Road road) {
        double gradePct = lengths.gradePct(road);
        int number = 0;
        while (number < BAND_TOP_PCT.length && gradePct >= BAND_TOP_PCT[number]) {
            number++;
        }
        return new Band(road.loaded(), number);
    }
}
