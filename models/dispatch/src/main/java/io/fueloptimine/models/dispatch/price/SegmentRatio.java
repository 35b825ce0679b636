package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.road.RoadExcess;

/** The ratio of burnt to expected litres of a road segment, as it corrects prices. Stateless. */
public final class SegmentRatio {

    /** Limits of a ratio: a road is neither free nor as bad as loose sand. */
    private static final double LOWEST = 0.7;

    private static final double HIGHEST = 2;

    /** Standard errors of a 95 % interval. */
    private static final double ERRORS = 1.96;

    private SegmentRatio() {}

    /**
     * The ratio of a segment; 1 while its excess does not differ from 0 at 95 %, so that noise does
     * not change routes.
     */
    public static double of(RoadExcess road) {
        boolean known =
                Double.isFinite(road.excessRatio())
                        && Math.abs(road.excessPct()) > ERRORS * road.standardErrorPct();
        return known ? Math.min(HIGHEST, Math.max(LOWEST, 1 + road.excessRatio())) : 1;
    }
}
