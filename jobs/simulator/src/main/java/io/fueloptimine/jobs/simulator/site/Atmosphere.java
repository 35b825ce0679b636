package io.fueloptimine.jobs.simulator.site;

/** Air pressure by elevation, and air temperature by elevation and hour of day. */
public final class Atmosphere {

    private static final double HOUR_MS = 3_600_000;
    private static final double WARMEST_HOUR = 14;

    private Atmosphere() {}

    /** Barometric pressure of the international standard atmosphere, kPa. */
    public static double pressureKpa(double elevationM) {
        return 101.325 * Math.pow(1 - 2.25577e-5 * elevationM, 5.25588);
    }

    /** Ambient temperature, °C. */
    public static double temperatureC(double elevationM, long nowMs) {
        double hour = nowMs / HOUR_MS % 24;
        double swing = 6.5 * Math.cos(2 * Math.PI * (hour - WARMEST_HOUR) / 24);
        return 27 - 0.0056 * elevationM + swing;
    }
}
