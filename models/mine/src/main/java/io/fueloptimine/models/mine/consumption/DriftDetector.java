package io.fueloptimine.models.mine.consumption;

/** The algorithm that detected a drift. */
public enum DriftDetector {
    /** Adaptive windowing (Bifet and Gavalda, 2007). */
    ADWIN
}
