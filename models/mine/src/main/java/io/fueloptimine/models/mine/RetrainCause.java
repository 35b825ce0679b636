package io.fueloptimine.models.mine;

/** Why retraining is requested. */
public enum RetrainCause {
    /** The fuel residuals of many trucks of a site changed alike. */
    FLEET_DRIFT,
    /** The nightly schedule. */
    SCHEDULE,
    /** A person. */
    MANUAL
}
