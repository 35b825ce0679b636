package io.fueloptimine.models.quality.window;

import java.util.Arrays;

/**
 * A sample of a window's values for the median: all values while there are at most {@value
 * #CAPACITY}, then a uniform reservoir sample of {@value #CAPACITY} values. Random numbers are
 * derived from the number of values, so that equal input gives an equal sample. Mutable state type;
 * fields are public for Flink's POJO serializer.
 */
public final class ValueSample {

    /**
     * The size of the sample. With this size, the standard error of the median's rank is at most
     * 1.6 % of the number of values.
     */
    public static final int CAPACITY = 1_024;

    private static final int FIRST_CAPACITY = 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    public double[] values = new double[FIRST_CAPACITY];
    public int size;
    public long seen;

    /** Used by Flink's POJO serializer. */
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
        long index = Long.remainderUnsigned(mixed(seen), seen);
        if (index < CAPACITY) {
            values[(int) index] = value;
        }
    }

    /** The median of the sample; NaN when the sample is empty. */
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
