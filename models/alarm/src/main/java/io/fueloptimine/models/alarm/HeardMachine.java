package io.fueloptimine.models.alarm;

import java.time.Instant;

/**
 * A machine that was heard of.
 *
 * @param site the mine
 * @param machineId the machine
 * @param end end of its newest minute (UTC)
 * @param lastAt time of the last reading in that minute (UTC)
 * @param watched whether its silence would be an alarm: it works and has sent for some minutes
 */
public record HeardMachine(
        String site, String machineId, Instant end, Instant lastAt, boolean watched) {}
