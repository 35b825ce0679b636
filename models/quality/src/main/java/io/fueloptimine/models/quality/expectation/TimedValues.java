package io.fueloptimine.models.quality.expectation;

import java.util.Arrays;

/**
 * The latest {@value #CAPACITY} values of a column in order of event time. Mutable state type;
 * fields are public for Flink's POJO serializer.
 */
public final class TimedValues {

    /**
     * The maximum number of values: a minute of telemetry at one reading per second. A reading that
     * is late by more can only be compared with its successor.
     */
    public static final int CAPACITY = 64;

    private static final int FIRST_CAPACITY = 8;

    /**
     * The times of the values, ascending, ms since the epoch; only the first {@link #size} elements
     * are used.
     */
    public long[] times = new long[FIRST_CAPACITY];

    /** The value at each time. */
    public double[] values = new double[FIRST_CAPACITY];

    public int size;

    /** Used by Flink's POJO serializer. */
    public TimedValues() {}

    /**
     * The index of a time, or {@code -(insertion point) - 1} as in {@link
     * java.util.Arrays#binarySearch(long[], long)}.
     */
    int find(long millis) {
        return Arrays.binarySearch(times, 0, size, millis);
    }

    /**
     * Inserts a value at an index that {@link #find} returned as insertion point. When the capacity
     * is used up, the oldest value is dropped, which may be the inserted one.
     */
    void insert(int index, long millis, double value) {
        if (size < CAPACITY) {
            grow();
            System.arraycopy(times, index, times, index + 1, size - index);
            System.arraycopy(values, index, values, index + 1, size - index);
            size++;
            set(index, millis, value);
        } else if (index > 0) {
            System.arraycopy(times, 1, times, 0, index - 1);
            System.arraycopy(values, 1, values, 0, index - 1);
            set(index - 1, millis, value);
        }
    }

    private void set(int index, long millis, double value) {
        times[index] = millis;
        values[index] = value;
    }

    private void grow() {
        if (size == times.length) {
            times = Arrays.copyOf(times, Math.min(CAPACITY, 2 * size));
            values = Arrays.copyOf(values, times.length);
        }
    }
}
