package io.fueloptimine.models.mine;

import java.io.Serializable;

/**
 * A road between two locations, open in both directions.
 *
 * @param id the id of the segment, unique within the site
 * @param from the id of the location at one end
 * @param to the id of the location at the other end
 * @param lengthM length along the road, m
 * @param speedLimitKph speed limit, km/h
 * @param rollingResistancePct rolling resistance in dry weather, % of weight
 */
public record RoadSegment(
        String id,
        String from,
        String to,
        double lengthM,
        double speedLimitKph,
        double rollingResistancePct)
        implements Serializable {}
