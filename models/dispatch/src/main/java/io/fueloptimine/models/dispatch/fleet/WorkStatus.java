package io.fueloptimine.models.dispatch.fleet;

/** Whether a truck is working, parked or down. */
public enum WorkStatus {
    WORKING,
    /** Parked, or assigned to park. */
    PARKED,
    DOWN
}
