package io.fueloptimine.models.quality.expectation;

import java.util.Arrays;

/**
 * The latest {@value #CAPACITY} values of a column in order of event time. A mutable state type;
 * all fields are for Flink.
 */
public final class TimedValues {

    /** A minute of telemetry once a second: what comes later than that finds only its successor. */
    public static final int CAPACITY = 64;

    private static final int FIRST_CAPACITY = 8;

    /** Ascending, ms since the epoch; the first {@link #size} count. */
    public long[] times = new long[FIRST_CAPACITY];

    /** The value at each time. */
    public double[] values = new double[FIRST_CAPACITY];

    public int size;

    /** For Flink. */
    public TimedValues() {}

    /** The place of a time, or minus one minus the place where it belongs. */
    int find(long millis) {
        return Arrays.binarySearch(times, 0, size, millis);
    }

    /** Inserts at a place that {@link #find} told; the oldest makes room, or is left out itself. */
    void insert(int place, long millis, double value) {
        if (size < CAPACITY) {
            grow();
            System.arraycopy(times, place, times, place + 1, size - place);
            System.arraycopy(values, place, values, place + 1, size - place);
            size++;
            set(place, millis, value);
        } else if (place > 0) {
            System.arraycopy(times, 1, times, 0, place - 1);
            System.arraycopy(values, 1, values, 0, place - 1);
            set(place - 1, millis, value);
        }
    }

    private void set(int place, long millis, double value) {
        times[place] = millis;
        values[place] = value;
    }

    private void grow() {
        if (size == times.length) {
            times = Arrays.copyOf(times, Math.min(CAPACITY, 2 * size));
            values = Arrays.copyOf(values, times.length);
        }
    }
}
