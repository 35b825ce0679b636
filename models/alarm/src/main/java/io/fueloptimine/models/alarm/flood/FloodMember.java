package io.fueloptimine.models.alarm.flood;

import io.fueloptimine.models.alarm.AlarmSignal;
import java.time.Instant;

/**
 * A machine on which a condition is present.
 *
 * @param signal the first signal of the condition; of a condition that became critical, the newest
 *     critical one
 * @param heldUntil until when the condition waits for those of other machines (UTC)
 * @param raised whether the machine has an alarm of its own
 * @param grouped whether the condition belongs to the alarm of the site; the machine's own alarm is
 *     then suppressed, if there is one
 */
public record FloodMember(AlarmSignal signal, Instant heldUntil, boolean raised, boolean grouped) {

    /** Whether there is no alarm of the condition yet. */
    boolean waits() {
        return !raised && !grouped;
    }

    FloodMember asRaised() {
        return new FloodMember(signal, heldUntil, true, grouped);
    }

    FloodMember asGrouped() {
        return new FloodMember(signal, heldUntil, raised, true);
    }

    FloodMember asSingle(Instant newHeldUntil) {
        return new FloodMember(signal, newHeldUntil, raised, false);
    }
}
