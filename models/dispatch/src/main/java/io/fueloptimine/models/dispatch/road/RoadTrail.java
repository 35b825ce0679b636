package io.fueloptimine.models.dispatch.road;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of one truck since it passed a place of the mine. Immutable.
 *
 * @param fromLocationId the place that the truck passed last
 * @param loaded whether the truck is loaded
 * @param operatorId the operator; null when unknown
 * @param nearestM distance to the place that the truck is passing now, m; infinite when it passes
 *     none
 * @param points the readings since the truck passed the place, in the order of their times; the
 *     first is at the place
 */
public record RoadTrail(
        String fromLocationId,
        boolean loaded,
        String operatorId,
        double nearestM,
        List<TrailPoint> points)
        implements Serializable {

    public RoadTrail {
        points = List.copyOf(points);
    }

    /** A trail that begins at a place. */
    static RoadTrail startedAt(
            String locationId, boolean loaded, String operatorId, TrailPoint first) {
        return new RoadTrail(
                locationId, loaded, operatorId, Double.POSITIVE_INFINITY, List.of(first));
    }

    /** The newest reading. */
    TrailPoint last() {
        return points.get(points.size() - 1);
    }

    /** A copy with one more reading. */
    RoadTrail with(TrailPoint point, double metresToPlace) {
        List<TrailPoint> longer = new ArrayList<>(points);
        longer.add(point);
        return new RoadTrail(fromLocationId, loaded, operatorId, metresToPlace, longer);
    }
}
