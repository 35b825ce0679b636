package io.fueloptimine.jobs.backtest.mine;

import io.fueloptimine.models.dispatch.bound.EmptyTravelBound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Litres of an average truck on the ways of empty trucks, and the least litres with which loads can
 * be fetched. Immutable.
 *
 * @param litres diesel from a dump to a face, L, by {@link Way}; ways over other dumps and faces
 *     are included
 */
public record EmptyWays(Map<Way, Double> litres) {

    private static final String LEFT_OVER = "(trucks that fetch no further load)";

    /** From the dump at which a truck became empty, or was parked, to the face of its next load. */
    public record Way(String dumpId, String faceId) {}

    /** Copies the map. */
    public EmptyWays {
        litres = Map.copyOf(litres);
    }

    /** Litres of some trips, L. */
    public double litresOf(List<Way> trips) {
        return trips.stream().mapToDouble(trip -> litres.getOrDefault(trip, 0.0)).sum();
    }

    /**
     * The least litres with which any dispatcher could have driven to the faces of these trips. A
     * truck is available at each dump once for each trip that begins there, and where it stood
     * after its last load.
     *
     * @param lastDumps number of trucks that became empty at a dump and fetched no further load, by
     *     dump
     */
    public double leastLitresOf(List<Way> trips, Map<String, Integer> lastDumps) {
        Map<String, Integer> available = new TreeMap<>(lastDumps);
        Map<String, Integer> needed = new TreeMap<>();
        for (Way trip : trips) {
            available.merge(trip.dumpId(), 1, Integer::sum);
            needed.merge(trip.faceId(), 1, Integer::sum);
        }
        int leftOver = lastDumps.values().stream().mapToInt(Integer::intValue).sum();
        if (leftOver > 0) {
            needed.put(LEFT_OVER, leftOver);
        }
        // Each truck that is left over costs one litre, which is subtracted again: the solver needs
        // a cost.
        return EmptyTravelBound.leastTravel(
                        available,
                        needed,
                        (dumpId, faceId) -> {
                            if (LEFT_OVER.equals(faceId)) {
                                return OptionalDouble.of(1);
                            }
                            Double cost = litres.get(new Way(dumpId, faceId));
                            return cost == null ? OptionalDouble.empty() : OptionalDouble.of(cost);
                        })
                - leftOver;
    }

    /** An empty map to which ways are added. */
    static Map<Way, Double> draft() {
        return new HashMap<>();
    }
}
