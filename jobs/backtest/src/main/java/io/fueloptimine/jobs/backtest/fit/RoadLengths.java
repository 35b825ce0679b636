package io.fueloptimine.jobs.backtest.fit;

import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The lengths of the ways on which trucks drove: the median of the recorded distances. An empty way
 * that no truck drove has the length of the loaded way back, if there is one. Other ways have no
 * length. Immutable.
 */
public final class RoadLengths {

    private static final double SHORTEST_M = 100;

    private final Map<Road, Double> metres;
    private final Map<String, Double> elevations;
    private final double meanElevationM;

    private RoadLengths(Map<Road, Double> metres, Map<String, Double> elevations) {
        this.metres = metres;
        this.elevations = Map.copyOf(elevations);
        meanElevationM =
                elevations.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /**
     * The lengths of all ways in the records.
     *
     * @param elevations elevations of places, m; a place without one has the mean elevation
     */
    public static RoadLengths of(List<RecordedCycle> cycles, Map<String, Double> elevations) {
        Map<Road, List<Double>> driven = new HashMap<>();
        for (RecordedCycle cycle : cycles) {
            add(driven, Road.loaded(cycle.faceId(), cycle.dumpId()), cycle.fullM());
            add(driven, Road.empty(cycle.previousDumpId(), cycle.faceId()), cycle.emptyM());
        }
        Map<Road, Double> metres = new HashMap<>();
        driven.forEach((road, all) -> metres.put(road, Math.max(SHORTEST_M, median(all))));
        for (Road road : driven.keySet()) {
            if (road.loaded()) {
                metres.putIfAbsent(Road.empty(road.to(), road.from()), metres.get(road));
            }
        }
        return new RoadLengths(metres, elevations);
    }

    /** The length of a way, m; empty when no truck drove it. */
    public OptionalDouble metres(Road road) {
        Double found = metres.get(road);
        return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
    }

    /** The elevation of a place, m. */
    public double elevationM(String place) {
        return elevations.getOrDefault(place, meanElevationM);
    }

    /** The mean grade of a way in the direction of travel, %; 0 without a length. */
    public double gradePct(Road road) {
        OptionalDouble length = metres(road);
        return length.isEmpty()
                ? 0
                : 100 * (elevationM(road.to()) - elevationM(road.from())) / length.getAsDouble();
    }

    private static void add(Map<Road, List<Double>> driven, Road road, double metres) {
        if (metres > 0) {
            driven.computeIfAbsent(road, any -> new ArrayList<>()).add(metres);
        }
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
