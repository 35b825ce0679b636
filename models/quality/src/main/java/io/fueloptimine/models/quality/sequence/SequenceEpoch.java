package io.fueloptimine.models.quality.sequence;

import java.util.Arrays;

/**
 * The sequence numbers received in one epoch. An epoch lasts from one start of the sender to the
 * next, because a sender restarts its sequence at 0. The class keeps the highest number, a bitmap
 * of the latest {@value #WIDTH} numbers, and the time range of each block of {@value #BLOCK}
 * numbers. Mutable state type; fields are public for Flink's POJO serializer.
 */
public final class SequenceEpoch {

    /**
     * The number of latest sequence numbers that the bitmap covers: more than two hours at one
     * reading per second.
     */
    public static final int WIDTH = 8_192;

    private static final int BLOCK = Long.SIZE;

    /**
     * The number of blocks: one more than the width requires, so that a block is always cleared as
     * a whole.
     */
    private static final int BLOCKS = WIDTH / BLOCK + 1;

    /** Highest number received. */
    public long highest;

    /** The first number received; lower numbers do not count as missing. */
    public long first;

    /** The time of the newest reading, ms since the epoch. */
    public long newestMillis;

    /**
     * The bitmap: one long per block of numbers and one bit per number. A block is stored at the
     * index {@code block number modulo array length}.
     */
    public long[] seen = new long[BLOCKS];

    /** The earliest time in each block, ms since the epoch; {@link Long#MAX_VALUE} when unknown. */
    public long[] earliestMillis = filled(Long.MAX_VALUE);

    /** The latest time in each block, ms since the epoch. */
    public long[] latestMillis = filled(Long.MIN_VALUE);

    /** Used by Flink's POJO serializer. */
    public SequenceEpoch() {}

    /** Creates an epoch that begins with a number. */
    static SequenceEpoch beginning(long sequence, long millis) {
        SequenceEpoch epoch = new SequenceEpoch();
        epoch.highest = sequence;
        epoch.first = sequence;
        epoch.newestMillis = millis;
        epoch.mark(sequence, millis);
        return epoch;
    }

    /** Whether a number is below the range of the bitmap. */
    boolean isBelow(long sequence) {
        return sequence <= highest - WIDTH || sequence / BLOCK <= highest / BLOCK - seen.length;
    }

    /** Whether the number was received, with any time. */
    boolean isReceived(long sequence) {
        return sequence <= highest
                && !isBelow(sequence)
                && (seen[block(sequence)] & bit(sequence)) != 0;
    }

    /**
     * Whether a reading was received, that is, whether its number was received and its time is in
     * the time range of the number's block.
     */
    boolean contains(long sequence, long millis) {
        if (!isReceived(sequence)) {
            return false;
        }
        int block = block(sequence);
        return !isTimed(block) || millis >= earliestMillis[block] && millis <= latestMillis[block];
    }

    /** The earliest known time, ms since the epoch; {@link Long#MAX_VALUE} when there is none. */
    long earliestMillisOfAll() {
        return Arrays.stream(earliestMillis).min().orElse(Long.MAX_VALUE);
    }

    /** Whether the times of most blocks are before a time, ms since the epoch. */
    boolean isMostlyBefore(long millis) {
        int timed = 0;
        int before = 0;
        for (int block = 0; block < seen.length; block++) {
            timed += isTimed(block) ? 1 : 0;
            before += isTimed(block) && latestMillis[block] < millis ? 1 : 0;
        }
        return 2 * before > timed;
    }

    /**
     * Adds a number that is neither below the range nor received already.
     *
     * @return the change of the count of missing numbers; -1 when a missing number arrived
     */
    long add(long sequence, long millis) {
        newestMillis = Math.max(newestMillis, millis);
        if (sequence < highest) {
            mark(sequence, millis);
            return sequence > first ? -1 : 0;
        }
        long missing = sequence - highest - 1;
        clear(missing >= WIDTH ? sequence - sequence % BLOCK - WIDTH : highest + 1, sequence);
        highest = sequence;
        mark(sequence, millis);
        return Math.min(missing, WIDTH);
    }

    /** Clears the bits of the numbers {@code from} to {@code to}, both included. */
    private void clear(long from, long to) {
        for (long number = Math.max(0, from); ; number++) {
            int block = block(number);
            if (number % BLOCK == 0) {
                seen[block] = 0;
                earliestMillis[block] = Long.MAX_VALUE;
                latestMillis[block] = Long.MIN_VALUE;
            }
            seen[block] &= ~bit(number);
            if (number == to) {
                return;
            }
        }
    }

    private void mark(long sequence, long millis) {
        int block = block(sequence);
        // A block that an earlier version filled has numbers whose times are unknown.
        if (seen[block] == 0 || isTimed(block)) {
            earliestMillis[block] = Math.min(earliestMillis[block], millis);
            latestMillis[block] = Math.max(latestMillis[block], millis);
        }
        seen[block] |= bit(sequence);
    }

    private boolean isTimed(int block) {
        return earliestMillis[block] <= latestMillis[block];
    }

    private int block(long sequence) {
        return (int) (sequence / BLOCK % seen.length);
    }

    private static long bit(long sequence) {
        return 1L << (sequence % BLOCK);
    }

    private static long[] filled(long value) {
        long[] values = new long[BLOCKS];
        Arrays.fill(values, value);
        return values;
    }
}
