package io.fueloptimine.models.quality.sequence;

import io.fueloptimine.models.mine.Reading;

/**
 * The de-duplication state of one machine's stream: sequence numbers, times, or both when a sender
 * changed. Mutable state type; fields are public for Flink's POJO serializer.
 */
public final class StreamMemory {

    /** For readings with a sequence number; null before the first. */
    public SequenceMemory sequences;

    /** For readings without a sequence number; null before the first. */
    public TimeMemory times;

    /** For replayed dead letters that are too old for the other two; null before the first. */
    public TimeMemory replays;

    /** The number of duplicates so far, used in the ids of their records. */
    public long duplicates;

    /** For Flink. */
    public StreamMemory() {}

    public DuplicateStatus observe(Reading reading, SequenceMemory.GapListener gaps) {
        DuplicateStatus status = observeAsSent(reading, gaps);
        boolean replayed = reading.flags().contains(Reading.REPLAYED);
        return status == DuplicateStatus.TOO_OLD && replayed ? observeReplay(reading) : status;
    }

    /**
     * A replayed dead letter was rejected on its first arrival, so only an earlier replay makes it
     * a duplicate.
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
