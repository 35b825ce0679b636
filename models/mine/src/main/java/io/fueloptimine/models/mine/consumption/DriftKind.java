package io.fueloptimine.models.mine.consumption;

/** What a drift is a change of. */
public enum DriftKind {
    /** Residuals of a model: what was burnt differs from what is expected. */
    PERFORMANCE,
    /** The distribution of a model's input. */
    DATA
}
