package io.fueloptimine.models.quality.sequence;

import java.util.Arrays;

/**
 * The latest {@value #CAPACITY} readings of a stream whose sender does not number them, by time and
 * a digest of what they say: two of one moment are two readings, unless they say the same. A
 * mutable state type; all fields are for Flink.
 */
public final class TimeMemory {

    /** Over an hour at one a second, months of haul cycles. */
    public static final int CAPACITY = 4_096;

    private static final int FIRST_CAPACITY = 16;

    /** Ascending, ms since the epoch; the first {@link #size} count. */
    public long[] times = new long[FIRST_CAPACITY];

    /** What each said; 0 where an earlier version did not note it. */
    public int[] digests = new int[FIRST_CAPACITY];

    public int size;

    /** For Flink. */
    public TimeMemory() {}

    /**
     * Takes note of a reading.
     *
     * @param digest of what it says, not 0
     */
    Sighting see(long millis, int digest) {
        digests = digests.length < times.length ? Arrays.copyOf(digests, times.length) : digests;
        int place = after(millis);
        for (int i = place - 1; i >= 0 && times[i] == millis; i--) {
            if (digests[i] == digest || digests[i] == 0) {
                return Sighting.REPEATED;
            }
        }
        boolean full = size == CAPACITY;
        if (full && place == 0) {
            return Sighting.TOO_OLD_TO_TELL;
        }
        if (full) {
            remove(0);
            place--;
        }
        insert(place, millis, digest);
        return Sighting.NEW;
    }

    /** Where the first later one stands. */
    private int after(long millis) {
        int found = Arrays.binarySearch(times, 0, size, millis);
        int place = found >= 0 ? found : -found - 1;
        while (place < size && times[place] == millis) {
            place++;
        }
        return place;
    }

    private void remove(int place) {
        System.arraycopy(times, place + 1, times, place, size - place - 1);
        System.arraycopy(digests, place + 1, digests, place, size - place - 1);
        size--;
    }

    private void insert(int place, long millis, int digest) {
        if (size == times.length) {
            times = Arrays.copyOf(times, Math.min(CAPACITY, 2 * size));
            digests = Arrays.copyOf(digests, times.length);
        }
        System.arraycopy(times, place, times, place + 1, size - place);
        System.arraycopy(digests, place, digests, place + 1, size - place);
        times[place] = millis;
        digests[place] = digest;
        size++;
    }
}
