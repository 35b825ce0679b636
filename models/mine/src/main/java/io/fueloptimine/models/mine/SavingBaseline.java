package io.fueloptimine.models.mine;

/** The baseline of a saving. */
public enum SavingBaseline {
    /** The same tonnes moved with fixed pairs: every truck serves its own loading unit and dump. */
    FIXED_PAIRS
}
