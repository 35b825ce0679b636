package io.fueloptimine.models.mine.model;

/** Why retraining is requested. */
public enum RetrainCause {
    /** The fuel residuals of many trucks of a site changed in the same direction. */
    FLEET_DRIFT,
    /** The nightly schedule. */
    SCHEDULE,
    /** A manual request. */
    MANUAL,
    /** The inputs of the model are not distributed as in the training data. */
    DATA_DRIFT
}
