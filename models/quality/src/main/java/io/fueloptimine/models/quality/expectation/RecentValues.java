package io.fueloptimine.models.quality.expectation;

import java.util.Arrays;

/**
 * The latest distinct values of a column, each with the time of its first reading. Mutable state
 * type; fields are public for Flink's POJO serializer.
 */
public final class RecentValues {

    private static final int FIRST_CAPACITY = 16;

    /** A 64-bit digest of each value; only the first {@link #size} elements are used. */
    public long[] digests = new long[FIRST_CAPACITY];

    /** When each value was first measured, ms since the epoch. */
    public long[] times = new long[FIRST_CAPACITY];

    public int size;

    /** The index at which the next value is written when the capacity is used up. */
    public int oldest;

    /** Used by Flink's POJO serializer. */
    public RecentValues() {}

    /**
     * Whether the value already occurred at another time; an occurrence at the same time is the
     * same reading. Adds the value when it is new.
     *
     * @param capacity the number of values that are kept; must be the same in every call
     */
    boolean isRepeated(long digest, long millis, int capacity) {
        for (int i = 0; i < size; i++) {
            if (digests[i] == digest) {
                return times[i] != millis;
            }
        }
        int index = size < capacity ? size++ : oldest++ % capacity;
        if (index == digests.length) {
            digests = Arrays.copyOf(digests, Math.min(capacity, 2 * index));
            times = Arrays.copyOf(times, digests.length);
        }
        oldest %= capacity;
        digests[index] = digest;
        times[index] = millis;
        return false;
    }

    /**
     * A 64-bit digest of a value: the bits of a number, or FNV-1a of the text of any other value.
     */
    static long digest(Object value) {
        if (value instanceof Number number) {
            return Double.doubleToLongBits(number.doubleValue());
        }
        long hash = 0xcbf29ce484222325L;
        String text = ValueText.of(value);
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
