package io.fueloptimine.models.quality.sequence;

import io.fueloptimine.models.mine.Reading;

/**
 * What de-duplication keeps of one machine's stream: a memory of numbers, of moments, or of both
 * where a sender changed its habit. A mutable state type; all fields are for Flink.
 */
public final class StreamMemory {

    /** Of numbered readings; null before the first. */
    public SequenceMemory sequences;

    /** Of readings without a number; null before the first. */
    public TimeMemory times;

    /** Of dead letters that were sent through again, too old for the others; null before. */
    public TimeMemory replays;

    /** How many repeats were seen, which numbers their records. */
    public long repeats;

    /** For Flink. */
    public StreamMemory() {}

    public Sighting see(Reading reading, SequenceMemory.GapListener gaps) {
        Sighting sighting = seeAsSent(reading, gaps);
        boolean replayed = reading.flags().contains(Reading.REPLAYED);
        return sighting == Sighting.TOO_OLD_TO_TELL && replayed ? seeReplayed(reading) : sighting;
    }

    /**
     * It was rejected when it first came, so what must be told is whether it was replayed before.
     */
    private Sighting seeReplayed(Reading reading) {
        replays = replays == null ? new TimeMemory() : replays;
        return replays.see(reading.time().toEpochMilli(), reading.digest());
    }

    private Sighting seeAsSent(Reading reading, SequenceMemory.GapListener gaps) {
        long millis = reading.time().toEpochMilli();
        if (reading.sequence() < 0) {
            times = times == null ? new TimeMemory() : times;
            return times.see(millis, reading.digest());
        }
        sequences = sequences == null ? new SequenceMemory() : sequences;
        return sequences.see(reading.sequence(), millis, gaps);
    }
}
