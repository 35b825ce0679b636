package io.fueloptimine.models.mine;

/** The baseline of a saving. */
public enum SavingBaseline {
    /**
     * The same tonnes are moved with fixed pairs: every truck serves one loading unit and one dump.
     */
    FIXED_PAIRS
}
