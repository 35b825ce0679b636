package io.fueloptimine.models.quality.sequence;

import java.util.Arrays;

/**
 * Recognises duplicates among readings without sequence numbers, by time and a digest of the
 * content. Two readings of the same time are duplicates only when their content is equal. The class
 * keeps the latest {@value #CAPACITY} readings. Mutable state type; fields are public for Flink's
 * POJO serializer.
 */
public final class TimeMemory {

    /**
     * The number of readings kept: more than an hour at one reading per second, or months of haul
     * cycles.
     */
    public static final int CAPACITY = 4_096;

    private static final int FIRST_CAPACITY = 16;

    /**
     * The times of the readings, ascending, ms since the epoch; only the first {@link #size}
     * elements are used.
     */
    public long[] times = new long[FIRST_CAPACITY];

    /** The digest of each reading; 0 where an earlier version did not store it. */
    public int[] digests = new int[FIRST_CAPACITY];

    public int size;

    /** Used by Flink's POJO serializer. */
    public TimeMemory() {}

    /**
     * Adds a reading.
     *
     * @param digest a digest of the reading's content, not 0
     */
    DuplicateStatus observe(long millis, int digest) {
        digests = digests.length < times.length ? Arrays.copyOf(digests, times.length) : digests;
        int index = after(millis);
        for (int i = index - 1; i >= 0 && times[i] == millis; i--) {
            if (digests[i] == digest || digests[i] == 0) {
                return DuplicateStatus.DUPLICATE;
            }
        }
        boolean full = size == CAPACITY;
        if (full && index == 0) {
            return DuplicateStatus.TOO_OLD;
        }
        if (full) {
            remove(0);
            index--;
        }
        insert(index, millis, digest);
        return DuplicateStatus.NEW;
    }

    /** The index of the first reading that is later than a time. */
    private int after(long millis) {
        int found = Arrays.binarySearch(times, 0, size, millis);
        int index = found >= 0 ? found : -found - 1;
        while (index < size && times[index] == millis) {
            index++;
        }
        return index;
    }

    private void remove(int index) {
        System.arraycopy(times, index + 1, times, index, size - index - 1);
        System.arraycopy(digests, index + 1, digests, index, size - index - 1);
        size--;
    }

    private void insert(int index, long millis, int digest) {
        if (size == times.length) {
            times = Arrays.copyOf(times, Math.min(CAPACITY, 2 * size));
            digests = Arrays.copyOf(digests, times.length);
        }
        System.arraycopy(times, index, times, index + 1, size - index);
        System.arraycopy(digests, index, digests, index + 1, size - index);
        times[index] = millis;
        digests[index] = digest;
        size++;
    }
}
