package io.fueloptimine.models.mine;

/** What a saving is relative to. */
public enum SavingBaseline {
    /** The same tonnes, every truck serving its own loading unit and dump. */
    FIXED_PAIRS
}
