package io.fueloptimine.jobs.backtest.mine;

import io.fueloptimine.jobs.backtest.fit.RecordsFit;
import io.fueloptimine.jobs.backtest.fit.Road;
import io.fueloptimine.jobs.simulator.physics.Stretch;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.RoadNetwork;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Places and roads of one shift's mine. From a dumping place a short one-way pad leads to the exit
 * of its dump, and one-way roads lead from there to the faces. From a face, a one-way road leads to
 * each of its dumping places. No road of an empty truck is a short cut for another one. Not
 * thread-safe.
 */
final class ShiftNetwork {

    private static final double PAD_M = 30;

    /** Time that a truck takes for the pad, s: accelerates to a walk. */
    private static final double PAD_S = 12;

    private static final double PAD_KPH = 16;
    private static final double ROLLING_PCT = 2.5;
    private static final double SLOWEST_KPH = 4;
    private static final double FASTEST_KPH = 60;

    private final RecordsFit fit;
    private final PlaceIds ids;
    private final Map<String, AverageTruck> trucks = new LinkedHashMap<>();
    private final List<Location> locations = new ArrayList<>();
    private final List<RoadSegment> roads = new ArrayList<>();
    private final Map<String, Map<String, Double>> speedFactors = new HashMap<>();
    private final Map<String, Double> litres = new HashMap<>();
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<String, String> dumpOf = new HashMap<>();
    private final Map<String, String> faceOf = new HashMap<>();
    private final Map<EmptyWays.Way, Double> ways = EmptyWays.draft();

    ShiftNetwork(RecordsFit fit, PlaceIds ids) {
        this.fit = fit;
        this.ids = ids;
        fit.truckClasses()
                .forEach((name, truckClass) -> trucks.put(name, new AverageTruck(truckClass)));
    }

    String face(String faceId) {
        return ids.of("face " + faceId);
    }

    String dumpPlace(Cell cell) {
        return ids.of("dump " + cell.dumpId() + " of " + cell.faceId());
    }

    String parkingOf(String dumpId) {
        return ids.of("parking " + dumpId);
    }

    private String exitOf(String dumpId) {
        return ids.of("exit " + dumpId);
    }

    /** Builds everything. */
    void build(Set<Cell> wanted, SortedSet<String> dumpIds) {
        SortedSet<String> faceIds = new TreeSet<>();
        wanted.forEach(cell -> faceIds.add(cell.faceId()));
        for (String faceId : faceIds) {
            place(face(faceId), LocationKind.FACE, faceId);
            faceOf.put(face(faceId), faceId);
        }
        for (String dumpId : dumpIds) {
            place(exitOf(dumpId), LocationKind.JUNCTION, dumpId);
            place(parkingOf(dumpId), LocationKind.PARKING, dumpId);
            dumpOf.put(parkingOf(dumpId), dumpId);
            pad(exitOf(dumpId), parkingOf(dumpId), false);
            for (String faceId : faceIds) {
                road(Road.empty(dumpId, faceId), exitOf(dumpId), face(faceId));
            }
        }
        for (Cell cell : wanted) {
            String id = dumpPlace(cell);
            place(id, LocationKind.DUMP, cell.dumpId());
            cells.put(id, cell);
            dumpOf.put(id, cell.dumpId());
            pad(id, exitOf(cell.dumpId()), true);
            road(Road.loaded(cell.faceId(), cell.dumpId()), face(cell.faceId()), id);
        }
        price(faceIds, dumpIds);
    }

    private void place(String id, LocationKind kind, String recordedName) {
        int number = locations.size();
        locations.add(
                new Location(id, kind, 10.0 * number, 0, fit.lengths().elevationM(recordedName)));
    }

    private void pad(String from, String to, boolean oneWay) {
        roads.add(
                new RoadSegment(
                        ids.of("pad " + from + " " + to),
                        from,
                        to,
                        PAD_M,
                        PAD_KPH,
                        ROLLING_PCT,
                        oneWay));
    }

    private void road(Road road, String from, String to) {
        if (fit.lengths().metres(road).isEmpty()) {
            return;
        }
        double lengthM = fit.lengths().metres(road).getAsDouble();
        double kph =
                Math.max(
                        SLOWEST_KPH,
                        Math.min(FASTEST_KPH, 3.6 * lengthM / onRoadS(road, fit.travelS(road))));
        String id = ids.of((road.loaded() ? "loaded " : "empty ") + from + " " + to);
        roads.add(new RoadSegment(id, from, to, lengthM, kph, ROLLING_PCT, true));
        double elevationM =
                (fit.lengths().elevationM(road.from()) + fit.lengths().elevationM(road.to())) / 2;
        Stretch stretch = new Stretch(lengthM, fit.lengths().gradePct(road), ROLLING_PCT);
        double sumL = 0;
        for (Map.Entry<String, AverageTruck> truck : trucks.entrySet()) {
            AverageTruck.Trip trip =
                    truck.getValue().drive(stretch, kph, road.loaded(), elevationM);
            double seconds = onRoadS(road, fit.travelS(road, truck.getKey()));
            speedFactors
                    .computeIfAbsent(truck.getKey(), any -> new HashMap<>())
                    .put(id, trip.seconds() / seconds);
            sumL += trip.litres();
        }
        litres.put(id, sumL / trucks.size());
    }

    /** The time of an empty trip without the pad, s. */
    private static double onRoadS(Road road, double tripS) {
        return road.loaded() ? tripS : Math.max(tripS / 2, tripS - PAD_S);
    }

    /** The litres of every way of an empty truck, by the shortest route as trucks take it. */
    private void price(Set<String> faceIds, Set<String> dumpIds) {
        RoadNetwork network = new RoadNetwork(locations, roads);
        for (String dumpId : dumpIds) {
            for (String faceId : faceIds) {
                network.shortest(exitOf(dumpId), face(faceId), Set.of())
                        .ifPresent(
                                route ->
                                        ways.put(new EmptyWays.Way(dumpId, faceId), litres(route)));
            }
        }
    }

    private double litres(Route route) {
        return route.segmentIds().stream().mapToDouble(id -> litres.getOrDefault(id, 0.0)).sum();
    }

    List<Location> locations() {
        return locations;
    }

    List<RoadSegment> roads() {
        return roads;
    }

    Map<String, Map<String, Double>> speedFactors() {
        return speedFactors;
    }

    Map<String, Cell> cells() {
        return cells;
    }

    Map<String, String> dumpOf() {
        return dumpOf;
    }

    Map<String, String> faceOf() {
        return faceOf;
    }

    EmptyWays emptyWays() {
        return new EmptyWays(ways);
    }
}
