package io.fueloptimine.models.quality.sequence;

import java.util.Arrays;

/**
 * Recognises duplicates among readings without sequence numbers, by time and a digest of the
 * content: two readings of the same time are duplicates only when their content is equal. Keeps the
 * latest {@value #CAPACITY} readings. Mutable state type; fields are public for Flink's POJO
 * serializer.
 */
public final class TimeMemory {

    /** Over an hour at one per second, or months of haul cycles. */
    public static final int CAPACITY = 4_096;

    private static final int FIRST_CAPACITY = 16;

    /** Ascending, ms since the epoch; only the first {@link #size} elements are used. */
    public long[] times = new long[FIRST_CAPACITY];

    /** The digest of each reading; 0 where an earlier version did not store it. */
    public int[] digests = new int[FIRST_CAPACITY];

    public int size;

    /** For Flink. */
    public TimeMemory() {}

    /**
     * Adds a reading.
     *
     * @param digest of its content, not 0
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

    /** The index of the first later reading. */
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
