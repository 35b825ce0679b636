package io.fueloptimine.models.alarm.tank;

import io.fueloptimine.models.alarm.AlarmDelay;

/**
 * The state of the leak alarm of a tank.
 *
 * @param fast on-delay and off-delay of a fast leak
 * @param fastLph loss of the fast leak, L/h; 0 when there is none
 * @param slow the slow leak that is raised; null when there is none
 */
public record LeakState(AlarmDelay fast, double fastLph, LossEstimate slow) {

    /** No leak. */
    public static final LeakState NONE = new LeakState(AlarmDelay.NONE, 0, null);

    /** The state without a slow leak. */
    LeakState withoutSlow() {
        return new LeakState(fast, fastLph, null);
    }

    /** Whether the alarm is raised. */
    public boolean raised() {
        return fast.raised() || slow != null;
    }

    /** The loss, L/h; 0 without a leak. */
    public double leakLph() {
        return Math.max(fast.raised() ? fastLph : 0, slow == null ? 0 : slow.leakLph());
    }
}
