package io.fueloptimine.models.mine.saving;

/** What a shift is in the ledger of measured savings. */
public enum LedgerPhase {
    /** A shift of the baseline period. */
    BASELINE,
    /** A shift whose saving was measured. */
    MEASURED,
    /** A shift without a measured saving; its remark says why. */
    NOT_MEASURED
}
