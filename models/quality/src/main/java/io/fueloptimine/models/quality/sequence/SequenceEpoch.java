package io.fueloptimine.models.quality.sequence;

import java.util.Arrays;

/**
 * What has been seen of one run of a sender's sequence: its highest number, which of the {@value
 * #WIDTH} numbers up to it, and when each block of {@value #BLOCK} numbers was measured. A mutable
 * state type; all fields are for Flink.
 */
public final class SequenceEpoch {

    /** How far back a number can still be told new or seen: over two hours at one a second. */
    public static final int WIDTH = 8_192;

    private static final int BLOCK = Long.SIZE;

    /** One more than the width fills, so that a block is used anew as a whole. */
    private static final int BLOCKS = WIDTH / BLOCK + 1;

    /** Highest number seen. */
    public long highest;

    /** The first number seen; what is lower was never missed. */
    public long first;

    /** The newest reading's time, ms since the epoch. */
    public long newestMillis;

    /** One bit a number, one word a block, at the block's number modulo the count of words. */
    public long[] seen = new long[BLOCKS];

    /** The earliest time in each block, ms since the epoch; later than the latest if unknown. */
    public long[] earliestMillis = filled(Long.MAX_VALUE);

    /** The latest time in each block, ms since the epoch. */
    public long[] latestMillis = filled(Long.MIN_VALUE);

    /** For Flink. */
    public SequenceEpoch() {}

    /** An epoch that begins with a number. */
    static SequenceEpoch beginning(long sequence, long millis) {
        SequenceEpoch epoch = new SequenceEpoch();
        epoch.highest = sequence;
        epoch.first = sequence;
        epoch.newestMillis = millis;
        epoch.mark(sequence, millis);
        return epoch;
    }

    /** Whether a number lies too far back to be told. */
    boolean isBelow(long sequence) {
        return sequence <= highest - WIDTH || sequence / BLOCK <= highest / BLOCK - seen.length;
    }

    /** Whether a number was seen, by whatever reading. */
    boolean isTaken(long sequence) {
        return sequence <= highest
                && !isBelow(sequence)
                && (seen[word(sequence)] & bit(sequence)) != 0;
    }

    /**
     * Whether this very reading was seen: its number is taken, and its time is one that its
     * number's neighbours have.
     */
    boolean holds(long sequence, long millis) {
        if (!isTaken(sequence)) {
            return false;
        }
        int word = word(sequence);
        return !isTimed(word) || millis >= earliestMillis[word] && millis <= latestMillis[word];
    }

    /** The earliest time remembered, ms since the epoch; the end of time if none is. */
    long beganMillis() {
        return Arrays.stream(earliestMillis).min().orElse(Long.MAX_VALUE);
    }

    /** Whether most of what is remembered was measured before a moment. */
    boolean isMostlyBefore(long millis) {
        int timed = 0;
        int before = 0;
        for (int word = 0; word < seen.length; word++) {
            timed += isTimed(word) ? 1 : 0;
            before += isTimed(word) && latestMillis[word] < millis ? 1 : 0;
        }
        return 2 * before > timed;
    }

    /**
     * Takes a number that is neither below nor taken.
     *
     * @return how many numbers are now missing more than before; -1 when a missing one came
     */
    long accept(long sequence, long millis) {
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

    /** Forgets what stood where these numbers go, the last one included. */
    private void clear(long from, long to) {
        for (long number = Math.max(0, from); ; number++) {
            int word = word(number);
            if (number % BLOCK == 0) {
                seen[word] = 0;
                earliestMillis[word] = Long.MAX_VALUE;
                latestMillis[word] = Long.MIN_VALUE;
            }
            seen[word] &= ~bit(number);
            if (number == to) {
                return;
            }
        }
    }

    private void mark(long sequence, long millis) {
        int word = word(sequence);
        // Of a block that an earlier version filled nobody knows the other times.
        if (seen[word] == 0 || isTimed(word)) {
            earliestMillis[word] = Math.min(earliestMillis[word], millis);
            latestMillis[word] = Math.max(latestMillis[word], millis);
        }
        seen[word] |= bit(sequence);
    }

    private boolean isTimed(int word) {
        return earliestMillis[word] <= latestMillis[word];
    }

    private int word(long sequence) {
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
