package io.fueloptimine.models.fuel;

import java.util.List;

/**
 * Bands of the road grade for grouping speed and fuel consumption. Grades are signed, in the
 * direction of travel. The bands are those of the records of a measured mine. Stateless.
 */
public final class GradeBand {

    /** The inner bounds of the bands, %. */
    private static final double[] BOUNDS_PCT = {-10, -8, -6, -3, 3, 6, 8, 10};

    /** The names of the bands, the steepest downhill first. */
    public static final List<String> NAMES =
            List.of(
                    "under -10 %",
                    "-10..-8 %",
                    "-8..-6 %",
                    "-6..-3 %",
                    "flat",
                    "3..6 %",
                    "6..8 %",
                    "8..10 %",
                    "over 10 %");

    private GradeBand() {}

    /** The band of a grade, %; null when it is NaN. A bound belongs to the band above it. */
    public static String of(double gradePct) {
        if (Double.isNaN(gradePct)) {
            return null;
        }
        int band = 0;
        while (band < BOUNDS_PCT.length && gradePct >= BOUNDS_PCT[band]) {
            band++;
        }
        return NAMES.get(band);
    }
}
