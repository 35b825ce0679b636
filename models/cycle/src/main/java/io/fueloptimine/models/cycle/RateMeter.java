package io.fueloptimine.models.cycle;

/**
 * The integral of the fuel rate since the last reset. Mutable state type; fields are public for
 * Flink's POJO serializer.
 */
public final class RateMeter {

    /** The longest time between two values over which the rate is integrated, s. */
    private static final double MAX_STEP_S = 20;

    /** The share of a time that the rate must cover to give its litres. */
    private static final double LEAST_SHARE = 0.9;

    private static final double S_PER_H = 3_600;

    /** The last rate, L/h, and its time; null before the first. */
    public Double rateLph;

    public long atMillis;

    public double litres;

    /** The time that the litres cover, s. */
    public double seconds;

    /** For Flink. */
    public RateMeter() {}

    void add(long millis, double lph) {
        double stepS = (millis - atMillis) / 1_000.0;
        if (rateLph != null && stepS <= MAX_STEP_S) {
            litres += (rateLph + lph) / 2 * stepS / S_PER_H;
            seconds += stepS;
        }
        rateLph = lph;
        atMillis = millis;
    }

    /** Begins a new sum. */
    void reset() {
        litres = 0;
        seconds = 0;
    }

    /** Whether the sum covers a time. */
    boolean covers(long millis) {
        return seconds * 1_000 >= LEAST_SHARE * millis;
    }
}
