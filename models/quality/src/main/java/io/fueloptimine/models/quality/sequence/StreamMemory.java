package io.fueloptimine.models.quality.sequence;

import io.fueloptimine.models.mine.reading.Reading;

/**
 * The de-duplication state of one machine's stream. It contains sequence numbers, times, or both if
 * the sender began or stopped to send sequence numbers. Mutable state type; fields are public for
 * Flink's POJO serializer.
 */
public final class StreamMemory {

    /** The state for readings with a sequence number; null before the first such reading. */
    public SequenceMemory sequences;

    /** The state for readings without a sequence number; null before the first such reading. */
    public TimeMemory times;

    /**
     * The state for rejected messages that are sent again and are too old for the other two fields;
     * null before the first such message.
     */
    public TimeMemory replays;

    /**
     * The number of duplicates so far, which is used in the ids of the duplicates' quality records.
     */
    public long duplicates;

    /** Used by Flink's POJO serializer. */
    public StreamMemory() {}

    public DuplicateStatus observe(Reading reading, SequenceMemory.GapListener gaps) {
        DuplicateStatus status = observeAsSent(reading, gaps);
        boolean replayed = reading.flags().contains(Reading.REPLAYED);
        return status == DuplicateStatus.TOO_OLD && replayed ? observeReplay(reading) : status;
    }

    /**
     * Adds the reading of a rejected message that was sent again. The message was rejected on its
     * first arrival, so the reading is a duplicate only if the message was sent again before.
     */
    private DuplicateStatus observeReplay(Reading reading) {
        replays = replays == null ? new TimeMemory() : replays;
        return replays.observe(reading.time().toEpochMilli(), reading.digest());
    }

    private DuplicateStatus observeAsSent(Reading reading, SequenceMemory.GapListener gaps) {
        long millis = reading.time().toEpochMilli();
        if (reading.sequence() < 0) {
            times = times == null ? new TimeMemory() : times;
            return times.observe(millis, reading.digest());
        }
        sequences = sequences == null ? new SequenceMemory() : sequences;
        return sequences.observe(reading.sequence(), millis, gaps);
    }
}
