package io.fueloptimine.models.quality.sequence;

/**
 * Recognises duplicates in one machine's stream by sequence number. Keeps the current epoch and the
 * previous one, so that it follows a sender that restarts from 0 and still recognises late readings
 * from before the restart. Mutable state type; fields are public for Flink's POJO serializer.
 */
public final class SequenceMemory {

    /** The epoch since the sender's latest restart. */
    public SequenceEpoch current;

    /** The epoch before; null when there is none. */
    public SequenceEpoch previous;

    /** For Flink. */
    public SequenceMemory() {}

    /**
     * Adds a number.
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
     * Whether a number that does not fit the current epoch begins a new one. Its time need not be
     * the newest, because the sender's clock may have been set back at the restart: it is enough
     * that another reading has the number, or that most of the current epoch is older.
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
