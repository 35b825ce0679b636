package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.Location;
import io.fueloptimine.models.mine.LocationKind;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.RoadNetwork;
import io.fueloptimine.models.mine.RoadSegment;
import io.fueloptimine.models.mine.Route;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds ways under today's closures and remembers them. Not thread-safe. */
final class Ways {

    private record Pair(String from, String to) {}

    private final List<RoadSegment> roads;
    private final List<Location> parkings;
    private final RoadNetwork network;
    private final Map<String, Location> locations = new HashMap<>();
    private final Map<Pair, Optional<Route>> known = new HashMap<>();
    private Set<String> closed = Set.of();

    Ways(MineSite site) {
        roads = site.roads();
        parkings = site.locationsOf(LocationKind.PARKING);
        network = new RoadNetwork(site.locations(), roads);
        site.locations().forEach(location -> locations.put(location.id(), location));
    }

    Location location(String id) {
        return locations.get(id);
    }

    boolean knows(String locationId) {
        return locations.containsKey(locationId);
    }

    Set<String> closed() {
        return closed;
    }

    /** Looks which roads are closed now; returns those that were open until now. */
    Set<String> look(Conditions conditions, Instant now) {
        Set<String> found = new HashSet<>();
        for (RoadSegment road : roads) {
            if (conditions.roadClosed(road.id(), now)) {
                found.add(road.id());
            }
        }
        if (found.equals(closed)) {
            return Set.of();
        }
        Set<String> fresh = new HashSet<>(found);
        fresh.removeAll(closed);
        closed = found;
        known.clear();
        return fresh;
    }

    Optional<Route> way(String from, String to) {
        return known.computeIfAbsent(
                new Pair(from, to), pair -> network.shortest(pair.from(), pair.to(), closed));
    }

    /** The way named by segment ids, empty when they are no open way between these places. */
    Optional<Route> named(String from, String to, List<String> segmentIds) {
        Set<String> others = new HashSet<>(closed);
        roads.stream()
                .map(RoadSegment::id)
                .filter(id -> !segmentIds.contains(id))
                .forEach(others::add);
        return network.shortest(from, to, others);
    }

    double metres(String from, String to) {
        return way(from, to).map(Route::lengthM).orElse(Double.MAX_VALUE);
    }

    /** The parking nearest by road; the place itself when the mine has none. */
    String nearestParking(String from) {
        return parkings.stream()
                .map(Location::id)
                .min(Comparator.comparingDouble(id -> metres(from, id)))
                .orElse(from);
    }
}
