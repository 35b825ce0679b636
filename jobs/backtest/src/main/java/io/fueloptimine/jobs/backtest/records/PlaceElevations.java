package io.fueloptimine.jobs.backtest.records;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.site.Location;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Elevations of loading places and dumps. Those that the mine file does not name follow from the
 * recorded lifts of loaded trucks. Where no place is known, the elevation of the first one counts
 * as 0: the fit needs differences.
 */
final class PlaceElevations {

    private final Map<String, Double> metres = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    /** The lift from one place to another, m. */
    private final Map<String, Map<String, Double>> lifts = new TreeMap<>();

    private PlaceElevations() {}

    /** The elevations of the places in some cycles, m. */
    static Map<String, Double> of(Collection<Location> known, List<HaulCycle> cycles) {
        PlaceElevations places = new PlaceElevations();
        for (HaulCycle cycle : cycles) {
            places.add(cycle);
        }
        for (Location location : known) {
            places.metres.put(location.id(), location.elevationM());
        }
        List.copyOf(places.metres.keySet()).forEach(places::follow);
        for (String place : places.lifts.keySet()) {
            if (places.metres.putIfAbsent(place, 0.0) == null) {
                places.follow(place);
            }
        }
        places.metres.keySet().retainAll(places.named);
        return places.metres;
    }

    private void add(HaulCycle cycle) {
        named.add(cycle.loadLocationId());
        named.add(cycle.dumpLocationId());
        if (cycle.liftM() != null
                && cycle.loadLocationId() != null
                && cycle.dumpLocationId() != null) {
            put(cycle.loadLocationId(), cycle.dumpLocationId(), cycle.liftM());
            put(cycle.dumpLocationId(), cycle.loadLocationId(), -cycle.liftM());
        }
    }

    private void put(String from, String to, double liftM) {
        lifts.computeIfAbsent(from, any -> new TreeMap<>()).putIfAbsent(to, liftM);
    }

    /** Gives an elevation to all places that lifts connect with a place. */
    private void follow(String start) {
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String from = open.poll();
            lifts.getOrDefault(from, Map.of())
                    .forEach(
                            (to, liftM) -> {
                                if (metres.putIfAbsent(to, metres.get(from) + liftM) == null) {
                                    open.add(to);
                                }
                            });
        }
    }
}
