package io.fueloptimine.models.dispatch;

/** Whether a truck is working, parked or down. */
public enum DutyStatus {
    WORKING,
    /** Parked, or assigned to park. */
    PARKED,
    DOWN
}
