package io.fueloptimine.operators.validate;

/**
 * What has been seen of one run of a sender's sequence: its highest number, and which of the
 * {@value #WIDTH} numbers up to it. A mutable state type; all fields are for Flink.
 */
public final class SequenceEpoch {

    /** How far back a number can still be told new or seen: over two hours at one a second. */
    public static final int WIDTH = 8_192;

    private static final int BITS = Long.SIZE;

    /** Highest number seen. */
    public long highest;

    /** The newest reading's time, ms since the epoch. */
    public long newestMillis;

    /** One bit a number, at number modulo {@link #WIDTH}. */
    public long[] seen = new long[WIDTH / BITS];

    /** For Flink. */
    public SequenceEpoch() {}

    /** An epoch that begins with a number. */
    static SequenceEpoch beginning(long sequence, long millis) {
        SequenceEpoch epoch = new SequenceEpoch();
        epoch.highest = sequence;
        epoch.newestMillis = millis;
        epoch.mark(sequence);
        return epoch;
    }

    boolean isBelow(long sequence) {
        return sequence <= highest - WIDTH;
    }

    boolean hasSeen(long sequence) {
        return sequence <= highest && (seen[word(sequence)] & bit(sequence)) != 0;
    }

    /**
     * Takes a number that is neither below nor seen.
     *
     * @return how many numbers are now missing more than before; -1 when a missing one came
     */
    long accept(long sequence, long millis) {
        newestMillis = Math.max(newestMillis, millis);
        long missing = sequence - highest - 1;
        if (sequence < highest) {
            mark(sequence);
            return -1;
        }
        long from = missing >= WIDTH ? sequence - WIDTH + 1 : highest + 1;
        for (long between = from; between < sequence; between++) {
            seen[word(between)] &= ~bit(between);
        }
        highest = sequence;
        mark(sequence);
        return Math.min(missing, WIDTH);
    }

    private void mark(long sequence) {
        seen[word(sequence)] |= bit(sequence);
    }

    private static int word(long sequence) {
        return (int) (sequence % WIDTH) / BITS;
    }

    private static long bit(long sequence) {
        return 1L << (sequence % BITS);
    }
}
