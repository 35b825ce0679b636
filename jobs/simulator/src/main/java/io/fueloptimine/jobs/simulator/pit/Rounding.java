package io.fueloptimine.jobs.simulator.pit;

/** What a sensor's resolution leaves of a value. */
final class Rounding {

    private static final double DECIMALS = 10_000;

    private Rounding() {}

    /** The nearest multiple of a resolution, without the binary tail in its decimal form. */
    static double to(double value, double resolution) {
        double rounded = Math.rint(value / resolution) * resolution;
        return Math.rint(rounded * DECIMALS) / DECIMALS;
    }
}
