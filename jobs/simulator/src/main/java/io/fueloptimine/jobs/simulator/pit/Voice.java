package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.EnumMap;
import java.util.Map;

/** One machine's mouth: numbers its messages per stream and hands them on. */
final class Voice {

    private final PitWorld world;
    private final EquipmentKind kind;
    private final String machineId;
    private final long[] next = new long[ReadingStream.values().length];

    Voice(PitWorld world, EquipmentKind kind, String machineId) {
        this.world = world;
        this.kind = kind;
        this.machineId = machineId;
    }

    void say(ReadingStream stream, long atMs, Map<String, Object> body) {
        long sequence = next[stream.ordinal()]++;
        world.tally.messages++;
        world.messages.accept(
                new MachineMessage(kind, machineId, stream, sequence, world.instant(atMs), body));
    }

    Map<ReadingStream, Long> sequences() {
        Map<ReadingStream, Long> sequences = new EnumMap<>(ReadingStream.class);
        for (ReadingStream stream : ReadingStream.values()) {
            sequences.put(stream, next[stream.ordinal()]);
        }
        return sequences;
    }

    void continueFrom(Map<ReadingStream, Long> sequences) {
        sequences.forEach((stream, number) -> next[stream.ordinal()] = number);
    }
}
