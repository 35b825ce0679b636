package io.fueloptimine.models.mine.site;

import io.fueloptimine.models.mine.input.PrintableText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds one-way roads to places that machines cannot leave again. Without such roads, a machine can
 * drive back from every place that it can reach, because all other roads are open in both
 * directions.
 */
final class OneWayRoadFaults {

    private OneWayRoadFaults() {}

    /** One sentence for each one-way road without a way back; empty when there is none. */
    static List<String> of(List<RoadSegment> roads) {
        if (roads.stream().noneMatch(RoadSegment::oneWay)) {
            return List.of();
        }
        Map<String, String> groups = groupsWithWaysBack(roads);
        return roads.stream()
                .filter(RoadSegment::oneWay)
                .filter(road -> !groups.get(road.from()).equals(groups.get(road.to())))
                .map(OneWayRoadFaults::fault)
                .toList();
    }

    private static String fault(RoadSegment road) {
        String to = PrintableText.of(road.to());
        String from = PrintableText.of(road.from());
        return String.format(
                Locale.ROOT,
                "road %s is one-way to %s, but no road leads back from %s to %s, expected a way"
                        + " back from each location that can be reached",
                PrintableText.of(road.id()),
                to,
                to,
                from);
    }

    /**
     * Groups the locations so that machines can drive from each location of a group to each other
     * one of it: strongly connected components, found by two depth-first searches (Kosaraju).
     *
     * @return the group of each location, named by one of its locations
     */
    private static Map<String, String> groupsWithWaysBack(List<RoadSegment> roads) {
        Map<String, List<String>> ahead = neighbours(roads, RoadSegment::from, RoadSegment::to);
        Map<String, List<String>> behind = neighbours(roads, RoadSegment::to, RoadSegment::from);
        Set<String> visited = new HashSet<>();
        List<String> leftOrder = new ArrayList<>();
        for (String start : ahead.keySet()) {
            visit(start, ahead, visited, leftOrder);
        }
        Map<String, String> groups = new HashMap<>();
        visited.clear();
        for (int i = leftOrder.size() - 1; i >= 0; i--) {
            List<String> group = new ArrayList<>();
            visit(leftOrder.get(i), behind, visited, group);
            for (String locationId : group) {
                groups.put(locationId, leftOrder.get(i));
            }
        }
        return groups;
    }

    private static Map<String, List<String>> neighbours(
            List<RoadSegment> roads,
            Function<RoadSegment, String> start,
            Function<RoadSegment, String> end) {
        Map<String, List<String>> neighbours = new HashMap<>();
        for (RoadSegment road : roads) {
            String from = start.apply(road);
            String to = end.apply(road);
            neighbours.computeIfAbsent(from, id -> new ArrayList<>()).add(to);
            List<String> back = neighbours.computeIfAbsent(to, id -> new ArrayList<>());
            if (!road.oneWay()) {
                back.add(from);
            }
        }
        return neighbours;
    }

    /** Adds the locations that can be reached from the start, each after all that follow it. */
    private static void visit(
            String start,
            Map<String, List<String>> neighbours,
            Set<String> visited,
            List<String> leftOrder) {
        if (!visited.add(start)) {
            return;
        }
        Deque<Visit> path = new ArrayDeque<>();
        path.push(new Visit(start));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            List<String> next = neighbours.get(visit.locationId);
            if (visit.seen == next.size()) {
                leftOrder.add(path.pop().locationId);
            } else {
                String locationId = next.get(visit.seen++);
                if (visited.add(locationId)) {
                    path.push(new Visit(locationId));
                }
            }
        }
    }

    private static final class Visit {
        private final String locationId;
        private int seen;

        Visit(String locationId) {
            this.locationId = locationId;
        }
    }
}
