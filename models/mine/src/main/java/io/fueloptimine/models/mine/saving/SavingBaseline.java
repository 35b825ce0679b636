package io.fueloptimine.models.mine.saving;

/** The baseline of a saving. */
public enum SavingBaseline {
    /**
     * The same tonnes are moved with fixed pairs: every truck serves one loading unit and one dump.
     */
    FIXED_PAIRS,
    /**
     * The hauls of the span are driven as in the measured baseline period of the site, per tonne,
     * face and dump.
     */
    BASELINE_PERIOD
}
