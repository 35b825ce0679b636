package io.fueloptimine.models.mine;

/** Where a road's condition is known from. */
public enum RoadStateSource {
    /** A free-text note of a driver or fitter. */
    NOTE,
    /** A command of the control room. */
    OPERATOR,
    /** The residuals of the machines that drive there. */
    MODEL
}
