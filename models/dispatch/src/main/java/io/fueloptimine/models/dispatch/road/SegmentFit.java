package io.fueloptimine.models.dispatch.road;

/**
 * What the regression says of one segment.
 *
 * @param segmentId the road segment
 * @param passes number of passes
 * @param excessPct excess of rolling resistance, % of weight
 * @param standardErrorPct its standard error by the scatter of the passes
 * @param expectedL litres expected at the published resistance, weighted as the passes are, L
 * @param pointL litres of one more point of resistance, weighted in the same way, L
 * @param pointLPerHour litres of one more point at the traffic of the passes, L/h
 */
record SegmentFit(
        String segmentId,
        int passes,
        double excessPct,
        double standardErrorPct,
        double expectedL,
        double pointL,
        double pointLPerHour) {}
