package io.fueloptimine.models.fuel;

import java.util.List;

/**
 * The bands of grade by which a fleet's speed and burn are told apart, as the records of a measured
 * mine are: signed, in the direction of travel, loaded or not. Stateless.
 */
public final class GradeBand {

    /** The inner bounds of the bands, %. */
    private static final double[] BOUNDS_PCT = {-10, -8, -6, -3, 3, 6, 8, 10};

    /** The bands' names, downhill first. */
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
