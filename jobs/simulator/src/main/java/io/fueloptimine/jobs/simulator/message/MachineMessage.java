package io.fueloptimine.jobs.simulator.message;

import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.Map;

/**
 * One message of a machine, before the scenario's delivery faults are applied.
 *
 * @param kind kind of the machine
 * @param machineId id of the machine
 * @param stream stream to which the message belongs
 * @param sequence sequence number of the message within its machine and stream, from 0, without
 *     gaps
 * @param time simulated time (UTC)
 * @param body the JSON fields by name, without {@code time} and {@code sequence}; values are
 *     strings, numbers, {@link Instant} and null; the receiver may keep the map but must not change
 *     it
 */
public record MachineMessage(
        EquipmentKind kind,
        String machineId,
        ReadingStream stream,
        long sequence,
        Instant time,
        Map<String, Object> body) {}
