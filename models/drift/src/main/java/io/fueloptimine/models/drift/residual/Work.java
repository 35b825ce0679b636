package io.fueloptimine.models.drift.residual;

/** What a truck does in a window, as far as it matters for the cause of a drift. */
public enum Work {
    STANDING,
    EMPTY,
    LOADED
}
