package io.fueloptimine.models.fuel;

import java.util.List;

/**
 * Bands of the road grade for grouping speed and fuel consumption. Grades are signed, in the
 * direction of travel. The bounds are those used in the records of a measured mine. Stateless.
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

    /**
     * The name of the band of a grade in %; null when the grade is NaN. A grade equal to a bound
     * belongs to the band above the bound.
     */
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
