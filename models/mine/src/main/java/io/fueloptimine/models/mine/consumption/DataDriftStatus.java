package io.fueloptimine.models.mine.consumption;

/** The result of comparing one feature with the training data. */
public enum DataDriftStatus {
    /** All measures are within their limits. */
    STABLE,
    /** At least one measure exceeds its limit. */
    DRIFTED,
    /**
     * The compared windows are of less than a day, so that only values out of range and missing
     * values were judged; they are within their limits.
     */
    PART_OF_DAY,
    /** There are too few windows for a judgement. */
    TOO_FEW,
    /** The champion has no histograms of the machine class, so that nothing was compared. */
    NO_REFERENCE
}
