package io.fueloptimine.models.mine;

/** Where the litres of a saving are known from. */
public enum SavingBasis {
    /** Computed from the plan. */
    PLANNED,
    /** Measured from the fuel that was burned. */
    MEASURED
}
