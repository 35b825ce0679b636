package io.fueloptimine.models.mine.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The roads of a mine as a directed graph. Finds the shortest route between two places that avoids
 * closed road segments and drives one-way roads in their direction only. Immutable and thread-safe.
 */
public final class RoadNetwork {

    private final Map<String, Location> locations = new HashMap<>();
    private final Map<String, List<RoadSegment>> roadsFrom = new HashMap<>();

    public RoadNetwork(List<Location> locations, List<RoadSegment> roads) {
        locations.forEach(location -> this.locations.put(location.id(), location));
        for (RoadSegment road : roads) {
            roadsFrom.computeIfAbsent(road.from(), id -> new ArrayList<>()).add(road);
            if (!road.oneWay()) {
                roadsFrom.computeIfAbsent(road.to(), id -> new ArrayList<>()).add(road);
            }
        }
    }

    /**
     * The shortest route by length (Dijkstra).
     *
     * @param closedSegmentIds road segments that are not used
     * @return empty when there is no route
     */
    public Optional<Route> shortest(String from, String to, Set<String> closedSegmentIds) {
        Map<String, Double> best = new HashMap<>();
        Map<String, Route.Leg> arrivedBy = new HashMap<>();
        PriorityQueue<Visit> open = new PriorityQueue<>();
        best.put(from, 0.0);
        open.add(new Visit(from, 0.0));
        while (!open.isEmpty()) {
            Visit visit = open.poll();
            if (visit.locationId().equals(to)) {
                return Optional.of(backtrack(from, to, arrivedBy));
            }
            if (visit.metres() > best.get(visit.locationId())) {
                continue;
            }
            for (RoadSegment road : roadsFrom.getOrDefault(visit.locationId(), List.of())) {
                if (closedSegmentIds.contains(road.id())) {
                    continue;
                }
                String next = road.from().equals(visit.locationId()) ? road.to() : road.from();
                double metres = visit.metres() + road.lengthM();
                if (metres < best.getOrDefault(next, Double.MAX_VALUE)) {
                    best.put(next, metres);
                    arrivedBy.put(next, legOf(road, visit.locationId(), next));
                    open.add(new Visit(next, metres));
                }
            }
        }
        return Optional.empty();
    }

    private Route.Leg legOf(RoadSegment road, String from, String to) {
        double riseM = locations.get(to).elevationM() - locations.get(from).elevationM();
        return new Route.Leg(road, from, to, riseM);
    }

    private static Route backtrack(String from, String to, Map<String, Route.Leg> arrivedBy) {
        Deque<Route.Leg> legs = new ArrayDeque<>();
        for (String at = to; !at.equals(from); ) {
            Route.Leg leg = arrivedBy.get(at);
            legs.addFirst(leg);
            at = leg.fromLocationId();
        }
        return new Route(new ArrayList<>(legs));
    }

    private record Visit(String locationId, double metres) implements Comparable<Visit> {
        @Override
        public int compareTo(Visit other) {
            int byMetres = Double.compare(metres, other.metres);
            return byMetres != 0 ? byMetres : locationId.compareTo(other.locationId);
        }
    }
}
