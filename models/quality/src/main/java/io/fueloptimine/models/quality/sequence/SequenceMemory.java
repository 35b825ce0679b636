package io.fueloptimine.models.quality.sequence;

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
        if (current.holds(sequence, millis)
                || previous != null && previous.holds(sequence, millis)) {
            return Sighting.REPEATED;
        }
        if (previous != null && millis <= previous.newestMillis) {
            if (isFree(previous, sequence)) {
                return accept(previous, sequence, millis, gaps);
            }
            if (millis < current.beganMillis()) {
                return Sighting.TOO_OLD_TO_TELL;
            }
        }
        if (isFree(current, sequence)) {
            return accept(current, sequence, millis, gaps);
        }
        if (countsAfresh(sequence, millis)) {
            previous = current;
            current = SequenceEpoch.beginning(sequence, millis);
            return Sighting.NEW;
        }
        return Sighting.TOO_OLD_TO_TELL;
    }

    /**
     * Whether a number that cannot be of the present run begins another. The sender's clock may
     * have been set back between the two, so being newest is not asked for: another reading has the
     * number, or it comes from far below at a time when far higher ones were sent.
     */
    private boolean countsAfresh(long sequence, long millis) {
        return millis > current.newestMillis
                || current.isTaken(sequence)
                || current.isMostlyBefore(millis);
    }

    private static boolean isFree(SequenceEpoch epoch, long sequence) {
        return !epoch.isBelow(sequence) && !epoch.isTaken(sequence);
    }

    private static Sighting accept(
            SequenceEpoch epoch, long sequence, long millis, GapListener gaps) {
        gaps.changed(epoch.accept(sequence, millis));
        return Sighting.NEW;
    }

    /** Told how the count of missing numbers changes. */
    @FunctionalInterface
    public interface GapListener {
        void changed(long missing);
    }
}
