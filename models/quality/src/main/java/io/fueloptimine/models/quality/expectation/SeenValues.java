package io.fueloptimine.models.quality.expectation;

import java.util.Arrays;

/**
 * The latest distinct values of a column, each with the time of its first reading. A mutable state
 * type; all fields are for Flink.
 */
public final class SeenValues {

    private static final int FIRST_CAPACITY = 16;

    /** 64 bits of each value; the first {@link #size} count. */
    public long[] digests = new long[FIRST_CAPACITY];

    /** When each was first measured, ms since the epoch. */
    public long[] times = new long[FIRST_CAPACITY];

    public int size;

    /** Where the next value is written once all places are taken. */
    public int oldest;

    /** For Flink. */
    public SeenValues() {}

    /**
     * Whether the value was seen at another time; the same time is the same reading again.
     *
     * @param capacity how many values are remembered, always the same one
     */
    boolean isRepeated(long digest, long millis, int capacity) {
        for (int i = 0; i < size; i++) {
            if (digests[i] == digest) {
                return times[i] != millis;
            }
        }
        int place = size < capacity ? size++ : oldest++ % capacity;
        if (place == digests.length) {
            digests = Arrays.copyOf(digests, Math.min(capacity, 2 * place));
            times = Arrays.copyOf(times, digests.length);
        }
        oldest %= capacity;
        digests[place] = digest;
        times[place] = millis;
        return false;
    }

    /** 64 bits of a value: of a number its own, of anything else FNV-1a over its text. */
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
