package io.fueloptimine.jobs.simulator.behaviour;

/**
 * Speeds at which operators drive loaded and empty trucks on a grade. The speeds were measured by
 * grade band at an Andean mine. Engine power and the speed limit of a road can only reduce these
 * speeds.
 */
public final class RoadSpeeds {

    /** Upper limit of each grade band, %. */
    private static final double[] BAND_TOP_PCT = {-8, -6, -3, 3, 6, 8, 10, 14};

    /** Lower limit of the first grade band, %. */
    private static final double LOWEST_PCT = -10;

    private static final double[] LOADED_KPH = {23, 24, 24, 20, 18, 14, 13, 8};
    private static final double[] EMPTY_KPH = {28, 26, 26, 19, 24, 23, 21, 16};

    private RoadSpeeds() {}

    /** Number of grade bands. */
    public static int bands() {
        return BAND_TOP_PCT.length;
    }

    /** Whether a grade is above the lower limit of the first grade band. */
    public static boolean measured(double gradePct) {
        return gradePct >= LOWEST_PCT;
    }

    /**
     * The number of the grade band of a grade, from 0. Grades outside all bands belong to the
     * nearest band.
     */
    public static int bandOf(double gradePct) {
        int band = 0;
        while (band < BAND_TOP_PCT.length - 1 && gradePct >= BAND_TOP_PCT[band]) {
            band++;
        }
        return band;
    }

    /** The measured speed in a grade band, km/h. */
    public static double bandKph(int band, boolean loaded) {
        return loaded ? LOADED_KPH[band] : EMPTY_KPH[band];
    }

    /**
     * The measured speed on a grade, km/h.
     *
     * @param gradePct grade in the direction of travel, %
     */
    public static double speedKph(double gradePct, boolean loaded) {
        return bandKph(bandOf(gradePct), loaded);
    }
}
