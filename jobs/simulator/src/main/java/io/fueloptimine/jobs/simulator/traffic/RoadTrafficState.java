package io.fueloptimine.jobs.simulator.traffic;

import java.util.List;

/**
 * The trucks on the roads, in a snapshot. Times count from the time of the snapshot.
 *
 * @param onRoads the trucks that are on a segment
 * @param lastExits when a truck left a segment last, as far as the next one must keep its distance
 * @param atJunctions when trucks pass junctions, by junction in order of time
 */
public record RoadTrafficState(
        List<OnRoad> onRoads, List<LastExit> lastExits, List<AtJunction> atJunctions) {

    /** No truck is on a road. */
    public static final RoadTrafficState EMPTY =
            new RoadTrafficState(List.of(), List.of(), List.of());

    /**
     * A truck on a segment.
     *
     * @param toLocationId the end of the segment to which it drives
     * @param junctionId the junction that it passes at that end; null for none
     * @param exitInMs time until it leaves the segment, ms
     * @param standing whether it stands at the edge of the road
     */
    public record OnRoad(
            String truckId,
            String segmentId,
            String toLocationId,
            String junctionId,
            long exitInMs,
            boolean standing) {}

    /**
     * The last truck that left a segment.
     *
     * @param toLocationId the end of the segment at which it left
     * @param inMs time until then, ms; 0 or negative
     */
    public record LastExit(String segmentId, String toLocationId, long inMs) {}

    /**
     * A truck that passes a junction.
     *
     * @param from the segment from which it comes
     * @param to the segment to which it goes
     * @param inMs time until then, ms; negative when it has passed
     */
    public record AtJunction(
            String junctionId, String truckId, String from, String to, long inMs) {}
}
