package io.fueloptimine.operators.validate;

/**
 * What one machine's stream has sent so far, by sequence: the present epoch and the one before, so
 * that a sender that starts again from 0 is followed, and what its former run still delivers late
 * is told apart. A mutable state type; all fields are for Flink.
 */
public final class SequenceMemory {

    /** The sender's present run. */
    public SequenceEpoch current;

    /** The run before; null when there was none. */
    public SequenceEpoch previous;

    /** For Flink. */
    public SequenceMemory() {}

    /**
     * Takes note of a number.
     *
     * @param gaps is told how many numbers are missing more, or fewer
     */
    Sighting see(long sequence, long millis, GapListener gaps) {
        if (current == null) {
            current = SequenceEpoch.beginning(sequence, millis);
            return Sighting.NEW;
        }
        if (previous != null && millis <= previous.newestMillis) {
            return seeIn(previous, sequence, millis, gaps);
        }
        boolean numberIsTaken = current.isBelow(sequence) || current.hasSeen(sequence);
        if (numberIsTaken && millis > current.newestMillis) {
            // No repeat can be newer than everything before it: the sender counts afresh.
            previous = current;
            current = SequenceEpoch.beginning(sequence, millis);
            return Sighting.NEW;
        }
        return seeIn(current, sequence, millis, gaps);
    }

    private static Sighting seeIn(
            SequenceEpoch epoch, long sequence, long millis, GapListener gaps) {
        if (epoch.isBelow(sequence)) {
            return Sighting.TOO_OLD_TO_TELL;
        }
        if (epoch.hasSeen(sequence)) {
            return Sighting.REPEATED;
        }
        gaps.changed(epoch.accept(sequence, millis));
        return Sighting.NEW;
    }

    /** Told how the count of missing numbers changes. */
    @FunctionalInterface
    interface GapListener {
        void changed(long missing);
    }
}
