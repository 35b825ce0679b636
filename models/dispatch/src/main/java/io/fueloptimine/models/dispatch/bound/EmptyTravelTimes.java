package io.fueloptimine.models.dispatch.bound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The measured median travel time of empty trucks from each dump to each loading place. Immutable.
 */
final class EmptyTravelTimes implements TravelCosts {

    private final Map<Pair, Double> medianS;

    private EmptyTravelTimes(Map<Pair, Double> medianS) {
        this.medianS = medianS;
    }

    /** Computes the medians from all loads whose previous dump is known. */
    static EmptyTravelTimes of(List<HauledLoad> loads) {
        Map<Pair, List<Double>> drivenS = new HashMap<>();
        for (HauledLoad load : loads) {
            if (!load.previousDumpId().isEmpty()) {
                drivenS.computeIfAbsent(
                                new Pair(load.previousDumpId(), load.loadPlaceId()),
                                unused -> new ArrayList<>())
                        .add(load.emptyTravelS());
            }
        }
        Map<Pair, Double> medianS = new HashMap<>();
        drivenS.forEach((pair, times) -> medianS.put(pair, median(times)));
        return new EmptyTravelTimes(medianS);
    }

    /**
     * The median travel time from a dump to a loading place, s; empty when no truck drove from this
     * dump to this loading place.
     */
    @Override
    public OptionalDouble of(String dumpId, String loadPlaceId) {
        Double median = medianS.get(new Pair(dumpId, loadPlaceId));
        return median == null ? OptionalDouble.empty() : OptionalDouble.of(median);
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        int middle = values.size() / 2;
        return values.size() % 2 == 1
                ? values.get(middle)
                : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    private record Pair(String dumpId, String loadPlaceId) {}
}
