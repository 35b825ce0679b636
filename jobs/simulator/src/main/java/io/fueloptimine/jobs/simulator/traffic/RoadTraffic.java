package io.fueloptimine.jobs.simulator.traffic;

import io.fueloptimine.models.mine.site.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Which truck leaves which road segment when. A truck asks for the earliest time at which it can
 * leave a segment before it drives the segment, and drives slower if that time is later than its
 * own.
 *
 * <ul>
 *   <li>No truck overtakes another one that drives on the same segment in the same direction.
 *       Trucks leave a segment 10 s apart: traffic rules of open pits ask for 50 m between haul
 *       trucks, which take 10 s at 18 km/h.
 *   <li>Trucks whose ways meet in a junction pass it 4 s apart, in the order in which they entered
 *       the roads that lead to it. Two trucks that drive the same way in opposite directions do not
 *       hold each other.
 *   <li>A truck that stops on a segment, for example because of a breakdown, stands at the edge of
 *       the road. Trucks that enter the segment later pass it at creep speed, which takes 20 s
 *       longer. When it continues, it follows the trucks that are on the segment then.
 * </ul>
 *
 * <p>Each time is computed from times that are fixed already, so that trucks cannot block each
 * other. A queue of trucks has no length: it does not reach back into the segment before. The 4 s
 * and 20 s are chosen. Not thread-safe.
 */
public final class RoadTraffic {

    /** Time between two trucks that leave a segment in the same direction, ms. */
    public static final long HEADWAY_MS = 10_000;

    /** Time between two trucks whose ways meet in a junction, ms. */
    public static final long JUNCTION_MS = 4_000;

    /** What a standing truck costs a truck that passes it, ms. */
    public static final long PASSING_MS = 20_000;

    private final Predicate<String> junctions;
    private final Map<LaneKey, Lane> lanes = new HashMap<>();
    private final Map<String, List<Passage>> passages = new HashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    /**
     * @param junctions whether three or more roads meet at a location
     */
    public RoadTraffic(Predicate<String> junctions) {
        this.junctions = junctions;
    }

    /**
     * The earliest time at which a truck can leave a segment, in ms since the epoch.
     *
     * @param next the leg after it; null when the truck's journey ends with the leg
     * @param ownMs the time at which the truck would leave the segment without other trucks
     */
    public long earliestExitMs(String truckId, Route.Leg leg, Route.Leg next, long ownMs) {
        Lane lane = lanes.get(LaneKey.of(leg));
        long earliestMs = ownMs;
        if (lane != null) {
            earliestMs += PASSING_MS * lane.othersStanding(truckId);
            earliestMs = Math.max(earliestMs, lane.nextExitMs());
        }
        return passesJunction(leg, next) ? freeMs(leg, next, earliestMs) : earliestMs;
    }

    /**
     * A truck enters a segment, or continues on it after a stop, and will leave it at that time.
     */
    public void enter(String truckId, Route.Leg leg, Route.Leg next, long exitMs, long nowMs) {
        Place before = places.remove(truckId);
        if (before != null) {
            lanes.get(before.lane()).remove(truckId);
        }
        LaneKey key = LaneKey.of(leg);
        lanes.computeIfAbsent(key, any -> new Lane()).enter(truckId, exitMs);
        String junctionId = passesJunction(leg, next) ? leg.toLocationId() : null;
        places.put(truckId, new Place(key, junctionId, exitMs));
        if (junctionId != null) {
            reserve(
                    junctionId,
                    new Passage(truckId, leg.segment().id(), next.segment().id(), exitMs),
                    nowMs);
        }
    }

    /** A truck has reached the end of its segment. */
    public void leave(String truckId) {
        Place place = places.remove(truckId);
        if (place != null) {
            lanes.get(place.lane()).leave(truckId);
        }
    }

    /** A truck stops on its segment; nothing changes when the truck is on no segment. */
    public void stop(String truckId) {
        Place place = places.get(truckId);
        if (place == null) {
            return;
        }
        lanes.get(place.lane()).stop(truckId);
        if (place.junctionId() != null) {
            passages.get(place.junctionId()).removeIf(one -> one.truckId().equals(truckId));
        }
    }

    /**
     * The time at which a truck was to leave this segment before the simulation was restarted, in
     * ms since the epoch; empty when the truck is not driving on it.
     */
    public OptionalLong plannedExitMs(String truckId, Route.Leg leg) {
        Place place = places.get(truckId);
        return place != null
                        && place.lane().equals(LaneKey.of(leg))
                        && lanes.get(place.lane()).drives(truckId)
                ? OptionalLong.of(place.exitMs())
                : OptionalLong.empty();
    }

    /** The trucks on the roads, from which {@link #restore} continues. */
    public RoadTrafficState snapshot(long nowMs) {
        List<RoadTrafficState.OnRoad> onRoads = new ArrayList<>();
        places.forEach(
                (truckId, place) ->
                        onRoads.add(
                                new RoadTrafficState.OnRoad(
                                        truckId,
                                        place.lane().segmentId(),
                                        place.lane().toLocationId(),
                                        place.junctionId(),
                                        place.exitMs() - nowMs,
                                        !lanes.get(place.lane()).drives(truckId))));
        List<RoadTrafficState.LastExit> lastExits = new ArrayList<>();
        lanes.forEach(
                (key, lane) -> {
                    if (lane.lastExitMs() > nowMs - HEADWAY_MS) {
                        lastExits.add(
                                new RoadTrafficState.LastExit(
                                        key.segmentId(),
                                        key.toLocationId(),
                                        lane.lastExitMs() - nowMs));
                    }
                });
        List<RoadTrafficState.AtJunction> atJunctions = new ArrayList<>();
        passages.forEach(
                (id, list) ->
                        list.stream()
                                .filter(one -> one.atMs() + JUNCTION_MS > nowMs)
                                .map(
                                        one ->
                                                new RoadTrafficState.AtJunction(
                                                        id,
                                                        one.truckId(),
                                                        one.from(),
                                                        one.to(),
                                                        one.atMs() - nowMs))
                                .forEach(atJunctions::add));
        return new RoadTrafficState(onRoads, lastExits, atJunctions);
    }

    /** Continues from a snapshot. */
    public void restore(RoadTrafficState state, long nowMs) {
        state.lastExits()
                .forEach(
                        last ->
                                lane(last.segmentId(), last.toLocationId())
                                        .exited(nowMs + last.inMs()));
        for (RoadTrafficState.OnRoad truck : state.onRoads()) {
            LaneKey key = new LaneKey(truck.segmentId(), truck.toLocationId());
            long exitMs = nowMs + truck.exitInMs();
            places.put(truck.truckId(), new Place(key, truck.junctionId(), exitMs));
            Lane lane = lane(truck.segmentId(), truck.toLocationId());
            lane.enter(truck.truckId(), exitMs);
            if (truck.standing()) {
                lane.stop(truck.truckId());
            }
        }
        state.atJunctions()
                .forEach(
                        one ->
                                passages.computeIfAbsent(one.junctionId(), any -> new ArrayList<>())
                                        .add(
                                                new Passage(
                                                        one.truckId(),
                                                        one.from(),
                                                        one.to(),
                                                        nowMs + one.inMs())));
    }

    private Lane lane(String segmentId, String toLocationId) {
        return lanes.computeIfAbsent(new LaneKey(segmentId, toLocationId), any -> new Lane());
    }

    private boolean passesJunction(Route.Leg leg, Route.Leg next) {
        return next != null && junctions.test(leg.toLocationId());
    }

    private long freeMs(Route.Leg leg, Route.Leg next, long earliestMs) {
        long atMs = earliestMs;
        for (Passage other : passages.getOrDefault(leg.toLocationId(), List.of())) {
            if (Math.abs(other.atMs() - atMs) < JUNCTION_MS
                    && other.meets(leg.segment().id(), next.segment().id())) {
                atMs = other.atMs() + JUNCTION_MS;
            }
        }
        return atMs;
    }

    private void reserve(String junctionId, Passage passage, long nowMs) {
        List<Passage> list = passages.computeIfAbsent(junctionId, any -> new ArrayList<>());
        list.removeIf(
                one ->
                        one.atMs() + JUNCTION_MS <= nowMs
                                || one.truckId().equals(passage.truckId()) && one.atMs() > nowMs);
        int index = 0;
        while (index < list.size() && list.get(index).atMs() <= passage.atMs()) {
            index++;
        }
        list.add(index, passage);
    }

    private record LaneKey(String segmentId, String toLocationId) {

        static LaneKey of(Route.Leg leg) {
            return new LaneKey(leg.segment().id(), leg.toLocationId());
        }
    }

    /**
     * Where a truck is.
     *
     * @param junctionId the junction at the end of its segment that it passes; null for none
     */
    private record Place(LaneKey lane, String junctionId, long exitMs) {}

    /** A truck that passes a junction from one segment to another. */
    private record Passage(String truckId, String from, String to, long atMs) {

        boolean meets(String otherFrom, String otherTo) {
            return !(from.equals(otherTo) && to.equals(otherFrom));
        }
    }
}
