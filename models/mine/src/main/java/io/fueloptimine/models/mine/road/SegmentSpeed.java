package io.fueloptimine.models.mine.road;

import java.io.Serializable;

/**
 * The mean speed at which trucks of a class drove a road segment in one direction lately.
 *
 * @param className the class of the trucks
 * @param loaded whether the trucks were loaded
 * @param segmentId the road segment
 * @param fromLocationId the location at which the trucks entered the segment
 * @param kph length of the segment / mean time on it, km/h, with slowing down for other trucks and
 *     without stops
 * @param passes number of passes from which it was computed
 */
public record SegmentSpeed(
        String className,
        boolean loaded,
        String segmentId,
        String fromLocationId,
        double kph,
        int passes)
        implements Serializable {}
