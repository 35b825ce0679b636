package io.fueloptimine.models.dispatch.price;

/**
 * A road segment in one direction, as one class of trucks drives it, and whether it is priced at a
 * measured speed.
 *
 * @param className the class of the trucks
 * @param loaded whether the trucks are loaded
 * @param segmentId the road segment
 * @param fromLocationId the location at which the trucks enter the segment
 * @param measured whether the speed is that of trucks of the class lately; otherwise it follows
 *     from the grade and from physics
 */
public record PricedPassage(
        String className,
        boolean loaded,
        String segmentId,
        String fromLocationId,
        boolean measured) {}
