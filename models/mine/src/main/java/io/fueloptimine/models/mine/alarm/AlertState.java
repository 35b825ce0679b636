package io.fueloptimine.models.mine.alarm;

/**
 * The states of an alarm after ISA-18.2, each of which is the result of several facts (see {@link
 * AlertStatus}). New constants must be appended at the end, because their order is part of Flink
 * state.
 */
public enum AlertState {
    /** The condition is gone and was acknowledged; the alarm has ended. */
    NORMAL,
    /** The condition is present, and nobody has acknowledged the alarm. */
    UNACKNOWLEDGED,
    /** The condition is present, and a person has acknowledged the alarm. */
    ACKNOWLEDGED,
    /** The condition is gone, and nobody has acknowledged the alarm. */
    RETURNED_UNACKNOWLEDGED,
    /** A person has put the alarm aside for a limited time. */
    SHELVED,
    /**
     * The alarm has no meaning: the engine of the machine is off, or the alarm is part of one of
     * the site.
     */
    SUPPRESSED,
    /** A person has taken the alarm out of service, for maintenance. */
    OUT_OF_SERVICE
}
