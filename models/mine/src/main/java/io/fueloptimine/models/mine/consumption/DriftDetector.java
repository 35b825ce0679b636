package io.fueloptimine.models.mine.consumption;

/** The algorithm that detected a drift. */
public enum DriftDetector {
    /** Adaptive windowing (Bifet and Gavalda, 2007). */
    ADWIN,
    /** Cumulative sums (Page, 1954). */
    CUSUM,
    /** Measures of the distance between two distributions. */
    DISTRIBUTION,
    /** Regression of what all trucks burnt on the road segments. */
    REGRESSION
}
