package io.fueloptimine.models.mine.road;

/** The source of a road's condition. */
public enum RoadStateSource {
    /** A free-text note of a driver or fitter. */
    NOTE,
    /** A command of the control room. */
    OPERATOR,
    /** The residuals of the machines that drive on the road. */
    MODEL
}
