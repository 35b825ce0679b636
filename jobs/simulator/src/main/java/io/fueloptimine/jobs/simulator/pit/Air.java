package io.fueloptimine.jobs.simulator.pit;

/** The air over the mine: thinner with height, warmer after noon. */
final class Air {

    private static final double HOUR_MS = 3_600_000;
    private static final double WARMEST_HOUR = 14;

    private Air() {}

    /** Barometric pressure of the standard atmosphere, kPa. */
    static double pressureKpa(double elevationM) {
        return 101.325 * Math.pow(1 - 2.25577e-5 * elevationM, 5.25588);
    }

    /** Ambient temperature, degrees C. */
    static double temperatureC(double elevationM, long nowMs) {
        double hour = nowMs / HOUR_MS % 24;
        double swing = 6.5 * Math.cos(2 * Math.PI * (hour - WARMEST_HOUR) / 24);
        return 27 - 0.0056 * elevationM + swing;
    }
}
