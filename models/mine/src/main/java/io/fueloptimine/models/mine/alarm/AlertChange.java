package io.fueloptimine.models.mine.alarm;

/**
 * What changed an alarm. New constants must be appended at the end, because their order is part of
 * Flink state.
 */
public enum AlertChange {
    /** The condition became present. */
    RAISED,
    /** The condition became present again, within a short time or while the alarm was put aside. */
    RETURNED,
    /** The condition is gone. */
    CLEARED,
    /** The condition became worse. */
    SEVERITY_RAISED,
    /** The condition has been less severe for some time. */
    SEVERITY_LOWERED,
    /** Nobody acknowledged the alarm in time, so that its severity was raised. */
    ESCALATED,
    ACKNOWLEDGED,
    SHELVED,
    UNSHELVED,
    /** The time for which the alarm was shelved is over. */
    SHELVING_ENDED,
    SUPPRESSED,
    UNSUPPRESSED,
    TAKEN_OUT_OF_SERVICE,
    RETURNED_TO_SERVICE,
    /** A later alarm of the same condition took the place of this one. */
    REPLACED,
    /** More machines joined the common cause of the alarm. */
    EXTENDED
}
