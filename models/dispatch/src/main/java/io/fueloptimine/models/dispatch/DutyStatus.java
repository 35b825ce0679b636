package io.fueloptimine.models.dispatch;

/** Whether a truck counts as working. */
public enum DutyStatus {
    WORKING,
    /** Parked, or told to park. */
    PARKED,
    DOWN
}
