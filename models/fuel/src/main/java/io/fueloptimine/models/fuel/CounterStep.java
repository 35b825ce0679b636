package io.fueloptimine.models.fuel;

/**
 * The increase of a counter between two readings.
 *
 * @param fromMs the time of the first reading, ms since the epoch
 * @param toMs the time of the second reading, ms since the epoch
 * @param litres the increase, L, 0 or more
 */
record CounterStep(double fromMs, double toMs, double litres) {

    double seconds() {
        return (toMs - fromMs) / 1_000;
    }

    /** The share of the step's time that lies between two times, 0 to 1. */
    double shareWithin(double startMs, double endMs) {
        if (startMs <= fromMs && toMs <= endMs) {
            return 1;
        }
        double overlapMs = Math.min(toMs, endMs) - Math.max(fromMs, startMs);
        return overlapMs > 0 ? overlapMs / (toMs - fromMs) : 0;
    }
}
