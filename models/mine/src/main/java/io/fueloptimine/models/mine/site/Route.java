package io.fueloptimine.models.mine.site;

import java.util.List;

/**
 * A route through the mine, leg by leg in the direction of travel.
 *
 * @param legs the legs, in order; empty when start and end are the same location
 */
public record Route(List<Leg> legs) {

    /**
     * One road segment in one direction.
     *
     * @param segment the road
     * @param fromLocationId where this leg starts
     * @param toLocationId where the leg ends
     * @param riseM elevation gained, m, negative downhill
     */
    public record Leg(
            RoadSegment segment, String fromLocationId, String toLocationId, double riseM) {

        /** Grade in the direction of travel, %; negative downhill. */
        public double gradePct() {
            return 100.0 * riseM / segment.lengthM();
        }
    }

    public Route {
        legs = List.copyOf(legs);
    }

    /** Length of the route, m. */
    public double lengthM() {
        return legs.stream().mapToDouble(leg -> leg.segment().lengthM()).sum();
    }

    /** Net elevation gained on the route, m. */
    public double riseM() {
        return legs.stream().mapToDouble(Leg::riseM).sum();
    }

    /** The ids of the road segments, in the direction of travel. */
    public List<String> segmentIds() {
        return legs.stream().map(leg -> leg.segment().id()).toList();
    }
}
