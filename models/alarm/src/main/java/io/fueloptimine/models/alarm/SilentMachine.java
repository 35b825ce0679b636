package io.fueloptimine.models.alarm;

import java.time.Instant;

/**
 * A machine that sends no telemetry.
 *
 * @param signal the signal of its silence
 * @param heldUntil the event time until which the silence waits
 * @param raised whether the silence was raised as an alarm of this machine; false while it waits or
 *     is part of a common silence
 */
public record SilentMachine(AlarmSignal signal, Instant heldUntil, boolean raised) {

    /** The machine with its silence raised. */
    public SilentMachine asRaised() {
        return new SilentMachine(signal, heldUntil, true);
    }
}
