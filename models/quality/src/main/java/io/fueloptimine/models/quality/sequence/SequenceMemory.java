package io.fueloptimine.models.quality.sequence;

/**
 * Recognises duplicates in one machine's stream by sequence number. The class keeps the current and
 * the previous epoch of the sequence. It therefore supports a sender that restarts its sequence at
 * 0, and still recognises late readings from before the restart. Mutable state type; fields are
 * public for Flink's POJO serializer.
 */
public final class SequenceMemory {

    /** The epoch since the sender's latest restart. */
    public SequenceEpoch current;

    /** The epoch before the sender's latest restart; null when there is none. */
    public SequenceEpoch previous;

    /** Used by Flink's POJO serializer. */
    public SequenceMemory() {}

    /**
     * Adds the sequence number of a reading.
     *
     * @param gaps receives the change of the count of missing numbers
     */
    DuplicateStatus observe(long sequence, long millis, GapListener gaps) {
        if (current == null) {
            current = SequenceEpoch.beginning(sequence, millis);
            return DuplicateStatus.NEW;
        }
        if (current.contains(sequence, millis)
                || previous != null && previous.contains(sequence, millis)) {
            return DuplicateStatus.DUPLICATE;
        }
        if (previous != null && millis <= previous.newestMillis) {
            if (isFree(previous, sequence)) {
                return add(previous, sequence, millis, gaps);
            }
            if (millis < current.earliestMillisOfAll()) {
                return DuplicateStatus.TOO_OLD;
            }
        }
        if (isFree(current, sequence)) {
            return add(current, sequence, millis, gaps);
        }
        if (beginsNewEpoch(sequence, millis)) {
            previous = current;
            current = SequenceEpoch.beginning(sequence, millis);
            return DuplicateStatus.NEW;
        }
        return DuplicateStatus.TOO_OLD;
    }

    /**
     * Whether a number that does not fit the current epoch begins a new epoch. That is the case
     * when another reading of the current epoch has the same number, or when most of the current
     * epoch is older. The time of the reading need not be the newest, because the sender's clock
     * may have been set back at the restart.
     */
    private boolean beginsNewEpoch(long sequence, long millis) {
        return millis > current.newestMillis
                || current.isReceived(sequence)
                || current.isMostlyBefore(millis);
    }

    private static boolean isFree(SequenceEpoch epoch, long sequence) {
        return !epoch.isBelow(sequence) && !epoch.isReceived(sequence);
    }

    private static DuplicateStatus add(
            SequenceEpoch epoch, long sequence, long millis, GapListener gaps) {
        gaps.changed(epoch.add(sequence, millis));
        return DuplicateStatus.NEW;
    }

    /** Receives changes of the count of missing numbers. */
    @FunctionalInterface
    public interface GapListener {
        void changed(long missing);
    }
}
