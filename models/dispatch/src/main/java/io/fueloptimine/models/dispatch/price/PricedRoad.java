package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the passes of trucks say of the price of a road segment. Immutable.
 *
 * @param at time up to which the passes were used (UTC)
 * @param ratio the ratio of burnt to expected litres ({@link SegmentRatio})
 * @param speeds the speeds that trucks drove
 */
public record PricedRoad(Instant at, double ratio, List<SegmentSpeed> speeds) {

    /** Speeds are no longer those that trucks drove lately after this time. */
    private static final Duration LATELY = Duration.ofHours(24);

    /** The price that follows from an excess. */
    public static PricedRoad of(RoadExcess road) {
        return new PricedRoad(road.at(), SegmentRatio.of(road), road.speeds());
    }

    /** The speeds that trucks drove lately at a time. */
    public List<SegmentSpeed> speedsAt(Instant time) {
        return at.plus(LATELY).isBefore(time) ? List.of() : speeds;
    }
}
