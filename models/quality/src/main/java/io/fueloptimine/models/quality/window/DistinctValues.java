package io.fueloptimine.models.quality.window;

import java.util.Arrays;

/**
 * Counts the distinct values of a window. Up to {@value #CAPACITY} values the count is exact.
 * Beyond that it is an estimate from the {@value #CAPACITY} smallest hashes, with a standard error
 * of 3 % (method of k minimum values). Mutable state type; fields are public for Flink's POJO
 * serializer.
 */
public final class DistinctValues {

    /** The maximum number of hashes kept. */
    public static final int CAPACITY = 1_024;

    private static final int FIRST_CAPACITY = 16;
    private static final double RANGE = 0x1p63;

    /**
     * The hashes of the values, ascending, not negative; only the first {@link #size} elements are
     * used.
     */
    public long[] hashes = new long[FIRST_CAPACITY];

    public int size;

    /** Used by Flink's POJO serializer. */
    public DistinctValues() {}

    void add(String value) {
        long hash = hash(value);
        int found = Arrays.binarySearch(hashes, 0, size, hash);
        int index = -found - 1;
        if (found >= 0 || index == CAPACITY) {
            return;
        }
        if (size == hashes.length && size < CAPACITY) {
            hashes = Arrays.copyOf(hashes, Math.min(CAPACITY, 2 * size));
        }
        int moved = Math.min(size, CAPACITY - 1) - index;
        System.arraycopy(hashes, index, hashes, index + 1, moved);
        hashes[index] = hash;
        size = Math.min(CAPACITY, size + 1);
    }

    double count() {
        return size < CAPACITY ? size : (CAPACITY - 1) * RANGE / hashes[size - 1];
    }

    private static long hash(String value) {
        long hash = 0;
        for (int i = 0; i < value.length(); i++) {
            hash = ValueSample.mixed(31 * hash + value.charAt(i) + 1);
        }
        return hash & Long.MAX_VALUE;
    }
}
