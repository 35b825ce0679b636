package io.fueloptimine.models.mine;

import java.io.Serializable;

/**
 * A road between two places, open in both directions.
 *
 * @param id its name
 * @param from one end, a location's id
 * @param to the other end
 * @param lengthM length along the road, m
 * @param speedLimitKph the road's own limit, km/h
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
