package io.fueloptimine.jobs.simulator.site;

import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadNetwork;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Route;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds and caches routes over the roads that are open now. Not thread-safe. */
public final class RoadMap {

    private record Pair(String from, String to) {}

    private final List<RoadSegment> roads;
    private final List<Location> parkings;
    private final RoadNetwork network;
    private final Map<String, Location> locations = new HashMap<>();
    private final Map<Pair, Optional<Route>> shortestRoutes = new HashMap<>();
    private final Map<String, Integer> roadsAt = new HashMap<>();
    private Set<String> closed = Set.of();

    RoadMap(MineSite site) {
        roads = site.roads();
        parkings = site.locationsOf(LocationKind.PARKING);
        network = new RoadNetwork(site.locations(), roads);
        site.locations().forEach(location -> locations.put(location.id(), location));
        for (RoadSegment road : roads) {
            roadsAt.merge(road.from(), 1, Integer::sum);
            roadsAt.merge(road.to(), 1, Integer::sum);
        }
    }

    /** The location with the given id; null when the mine has no such location. */
    public Location location(String id) {
        return locations.get(id);
    }

    public boolean contains(String locationId) {
        return locations.containsKey(locationId);
    }

    /** Whether three or more roads meet at a location. */
    public boolean junction(String locationId) {
        return roadsAt.getOrDefault(locationId, 0) > 2;
    }

    /** Ids of the segments that are closed now. */
    public Set<String> closed() {
        return closed;
    }

    /**
     * Updates the closed roads from the conditions and discards the cached routes if the closed
     * roads changed.
     *
     * @return the segments that this call closed
     */
    public Set<String> updateClosures(Conditions conditions, Instant now) {
        Set<String> found = new HashSet<>();
        for (RoadSegment road : roads) {
            if (conditions.roadClosed(road.id(), now)) {
                found.add(road.id());
            }
        }
        if (found.equals(closed)) {
            return Set.of();
        }
        Set<String> newlyClosed = new HashSet<>(found);
        newlyClosed.removeAll(closed);
        closed = found;
        shortestRoutes.clear();
        return newlyClosed;
    }

    /** The shortest open route between two locations; empty when there is no open route. */
    public Optional<Route> shortest(String from, String to) {
        return shortestRoutes.computeIfAbsent(
                new Pair(from, to), pair -> network.shortest(pair.from(), pair.to(), closed));
    }

    /**
     * The shortest open route that uses only the given segments; empty when there is no such route.
     */
    public Optional<Route> shortestOver(String from, String to, List<String> segmentIds) {
        Set<String> others = new HashSet<>(closed);
        roads.stream()
                .map(RoadSegment::id)
                .filter(id -> !segmentIds.contains(id))
                .forEach(others::add);
        return network.shortest(from, to, others);
    }

    /**
     * Length of the shortest open route, m; {@link Double#MAX_VALUE} when there is no open route.
     */
    public double metres(String from, String to) {
        return shortest(from, to).map(Route::lengthM).orElse(Double.MAX_VALUE);
    }

    /**
     * The parking area that is nearest by road; {@code from} itself when the mine has no parking
     * area.
     */
    public String nearestParking(String from) {
        return parkings.stream()
                .map(Location::id)
                .min(Comparator.comparingDouble(id -> metres(from, id)))
                .orElse(from);
    }
}
