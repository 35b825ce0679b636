package io.fueloptimine.jobs.simulator.calibration;

/**
 * Anchors: mean speeds by grade band of loaded and empty trucks, measured at an Andean mine.
 * Nothing in the simulation reads them; the report compares the simulated speeds with them.
 */
final class SpeedAnchors {

    /** Upper limit of each grade band, %. */
    private static final double[] BAND_TOP_PCT = {-8, -6, -3, 3, 6, 8, 10, 14};

    /** Lower limit of the first grade band, %. */
    private static final double LOWEST_PCT = -10;

    private static final double[] LOADED_KPH = {23, 24, 24, 20, 18, 14, 13, 8};
    private static final double[] EMPTY_KPH = {28, 26, 26, 19, 24, 23, 21, 16};

    private SpeedAnchors() {}

    /** Number of grade bands. */
    static int bands() {
        return BAND_TOP_PCT.length;
    }

    /** Whether a grade is above the lower limit of the first grade band. */
    static boolean measured(double gradePct) {
        return gradePct >= LOWEST_PCT;
    }

    /**
     * The number of the grade band of a grade, from 0. Grades outside all bands belong to the
     * nearest band.
     */
    static int bandOf(double gradePct) {
        int band = 0;
        while (band < BAND_TOP_PCT.length - 1 && gradePct >= BAND_TOP_PCT[band]) {
            band++;
        }
        return band;
    }

    /** The measured speed in a grade band, km/h. */
    static double bandKph(int band, boolean loaded) {
        return loaded ? LOADED_KPH[band] : EMPTY_KPH[band];
    }
}
