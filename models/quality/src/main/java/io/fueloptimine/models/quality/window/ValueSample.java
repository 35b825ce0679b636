package io.fueloptimine.models.quality.window;

import java.util.Arrays;

/**
 * A sample of a window's values for its median: all of them up to {@value #CAPACITY}, then as many,
 * each value with the same chance. The chance is drawn from the count alone, so the same values in
 * the same order give the same sample. A mutable state type; all fields are for Flink.
 */
public final class ValueSample {

    /** With so many the median's rank is off by 3 % of the values, two times out of three. */
    public static final int CAPACITY = 1_024;

    private static final int FIRST_CAPACITY = 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    public double[] values = new double[FIRST_CAPACITY];
    public int size;
    public long seen;

    /** For Flink. */
    public ValueSample() {}

    void add(double value) {
        seen++;
        if (size < CAPACITY) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.min(CAPACITY, 2 * size));
            }
            values[size++] = value;
            return;
        }
        long place = Long.remainderUnsigned(mixed(seen), seen);
        if (place < CAPACITY) {
            values[(int) place] = value;
        }
    }

    /** The median of the sample; NaN when it is empty. */
    double median() {
        if (size == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        int middle = size / 2;
        return size % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static long mixed(long number) {
        long z = number * MIX;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
