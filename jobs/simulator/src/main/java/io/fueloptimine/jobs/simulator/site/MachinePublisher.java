package io.fueloptimine.jobs.simulator.site;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * Publishes the messages of one machine and gives them sequence numbers per stream. Not
 * thread-safe.
 */
public final class MachinePublisher {

    private final PitContext context;
    private final EquipmentKind kind;
    private final String machineId;
    private final long[] nextSequences = new long[ReadingStream.values().length];

    public MachinePublisher(PitContext context, EquipmentKind kind, String machineId) {
        this.context = context;
        this.kind = kind;
        this.machineId = machineId;
    }

    public void publish(ReadingStream stream, long atMs, Map<String, Object> body) {
        long sequence = nextSequences[stream.ordinal()]++;
        context.publish(
                new MachineMessage(kind, machineId, stream, sequence, context.instant(atMs), body));
    }

    /** The next sequence number of each stream. */
    public Map<ReadingStream, Long> nextSequences() {
        Map<ReadingStream, Long> sequences = new EnumMap<>(ReadingStream.class);
        for (ReadingStream stream : ReadingStream.values()) {
            sequences.put(stream, nextSequences[stream.ordinal()]);
        }
        return sequences;
    }

    /** Sets the next sequence number of each stream. */
    public void restore(Map<ReadingStream, Long> sequences) {
        sequences.forEach((stream, number) -> nextSequences[stream.ordinal()] = number);
    }
}
