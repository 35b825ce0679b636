package io.fueloptimine.jobs.simulator.calibration;

/** The grade bands in which speeds were measured at the Andean mine. */
final class GradeBands {

    static final String[] NAMES = {
        "-10..-8 %", "-8..-6 %", "-6..-3 %", "-3..3 %", "3..6 %", "6..8 %", "8..10 %", "10..14 %"
    };

    private static final double[] TOP_PCT = {-8, -6, -3, 3, 6, 8, 10, 14};

    private static final double LOWEST_PCT = -10;

    private GradeBands() {}

    static int count() {
        return NAMES.length;
    }

    /** The number of the band of a grade, from 0; -1 outside all bands. */
    static int of(double gradePct) {
        if (gradePct < LOWEST_PCT) {
            return -1;
        }
        for (int band = 0; band < TOP_PCT.length; band++) {
            if (gradePct < TOP_PCT[band]) {
                return band;
            }
        }
        return -1;
    }
}
