package io.fueloptimine.jobs.simulator.message;

/** Rounds a value to the resolution of a sensor. */
public final class SensorResolution {

    private static final double DECIMALS = 10_000;

    private SensorResolution() {}

    /**
     * The multiple of {@code resolution} that is nearest to {@code value}, rounded to four decimals
     * to keep JSON texts short.
     */
    public static double to(double value, double resolution) {
        double rounded = Math.rint(value / resolution) * resolution;
        return Math.rint(rounded * DECIMALS) / DECIMALS;
    }
}
