package io.fueloptimine.models.cycle;

/**
 * The integral of the fuel rate since the last reset. Mutable state type; fields are public for
 * Flink's POJO serializer.
 */
public final class RateMeter {

    /** The longest time between two values over which the rate is integrated, s. */
    private static final double MAX_STEP_S = 20;

    /** The share of a period that rate values must cover for the integral to be used, 0 to 1. */
    private static final double LEAST_SHARE = 0.9;

    private static final double S_PER_H = 3_600;

    /**
     * The last fuel rate, L/h; null before the first value. The next field is its time, ms since
     * the epoch.
     */
    public Double rateLph;

    public long atMillis;

    public double litres;

    /** The time over which the rate was integrated, s. */
    public double seconds;

    /** The part of that time with a fuel rate above 0, s. */
    public double burningS;

    /** Used by Flink's POJO serializer. */
    public RateMeter() {}

    void add(long millis, double lph) {
        double stepS = (millis - atMillis) / 1_000.0;
        if (rateLph != null && stepS <= MAX_STEP_S) {
            litres += (rateLph + lph) / 2 * stepS / S_PER_H;
            seconds += stepS;
            burningS += ((rateLph > 0 ? stepS : 0) + (lph > 0 ? stepS : 0)) / 2;
        }
        rateLph = lph;
        atMillis = millis;
    }

    /** Resets the integral to zero. */
    void reset() {
        litres = 0;
        burningS = 0;
        seconds = 0;
    }

    /** Whether the integral covers enough of a period of the given length, ms. */
    boolean covers(long millis) {
        return seconds * 1_000 >= LEAST_SHARE * millis;
    }
}
