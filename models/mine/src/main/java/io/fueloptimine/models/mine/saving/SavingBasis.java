package io.fueloptimine.models.mine.saving;

/** Whether the litres of a saving are planned or measured. */
public enum SavingBasis {
    /** Computed from the plan. */
    PLANNED,
    /** Measured from the fuel that was burned. */
    MEASURED
}
