package io.fueloptimine.operators.validate;

import java.util.Arrays;

/**
 * The times of the latest {@value #CAPACITY} readings of a stream whose sender does not number
 * them. A mutable state type; all fields are for Flink.
 */
public final class TimeMemory {

    /** Over an hour at one a second, months of haul cycles. */
    public static final int CAPACITY = 4_096;

    private static final int FIRST_CAPACITY = 16;

    /** Ascending, ms since the epoch; the first {@link #size} count. */
    public long[] times = new long[FIRST_CAPACITY];

    public int size;

    /** For Flink. */
    public TimeMemory() {}

    Sighting see(long millis) {
        int found = Arrays.binarySearch(times, 0, size, millis);
        if (found >= 0) {
            return Sighting.REPEATED;
        }
        int place = -found - 1;
        boolean full = size == CAPACITY;
        if (full && place == 0) {
            return Sighting.TOO_OLD_TO_TELL;
        }
        if (full) {
            System.arraycopy(times, 1, times, 0, place - 1);
            times[place - 1] = millis;
        } else {
            insert(place, millis);
        }
        return Sighting.NEW;
    }

    private void insert(int place, long millis) {
        if (size == times.length) {
            times = Arrays.copyOf(times, Math.min(CAPACITY, 2 * size));
        }
        System.arraycopy(times, place, times, place + 1, size - place);
        times[place] = millis;
        size++;
    }
}
