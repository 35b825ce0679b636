package io.fueloptimine.models.mine.site;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.fueloptimine.models.mine.input.StrictFormat;
import java.io.Serializable;

/**
 * A road between two locations.
 *
 * @param id the id of the segment, unique within the site
 * @param from the id of the location at one end
 * @param to the id of the location at the other end
 * @param lengthM length along the road, m
 * @param speedLimitKph speed limit, km/h
 * @param rollingResistancePct rolling resistance in dry weather, % of weight
 * @param oneWay whether machines may drive only from {@code from} to {@code to}; if it is missing
 *     in the mine file, machines may drive in both directions
 */
public record RoadSegment(
        String id,
        String from,
        String to,
        double lengthM,
        double speedLimitKph,
        double rollingResistancePct,
        boolean oneWay)
        implements Serializable {

    // Not in the compact form: there the annotation would also be one of the field, which is final.
    public RoadSegment(
            String id,
            String from,
            String to,
            double lengthM,
            double speedLimitKph,
            double rollingResistancePct,
            @JacksonInject(value = StrictFormat.FALSE, useInput = OptBoolean.TRUE) boolean oneWay) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.lengthM = lengthM;
        this.speedLimitKph = speedLimitKph;
        this.rollingResistancePct = rollingResistancePct;
        this.oneWay = oneWay;
    }

    /** Creates a road that is open in both directions. */
    public RoadSegment(
            String id,
            String from,
            String to,
            double lengthM,
            double speedLimitKph,
            double rollingResistancePct) {
        this(id, from, to, lengthM, speedLimitKph, rollingResistancePct, false);
    }
}
