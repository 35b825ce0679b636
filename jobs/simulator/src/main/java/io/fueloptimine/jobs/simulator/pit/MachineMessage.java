package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ReadingStream;
import java.time.Instant;
import java.util.Map;

/**
 * One message as a machine's controller utters it, before any radio or fault has touched it.
 *
 * @param kind what sort of machine speaks
 * @param machineId the machine
 * @param stream which of its streams
 * @param sequence running number within machine and stream, from 0, without gaps
 * @param time mine time (UTC)
 * @param body the JSON fields by name, without {@code time} and {@code sequence}; values are
 *     strings, numbers, {@link Instant} and null; the receiver may keep the map but not change it
 */
public record MachineMessage(
        EquipmentKind kind,
        String machineId,
        ReadingStream stream,
        long sequence,
        Instant time,
        Map<String, Object> body) {}
