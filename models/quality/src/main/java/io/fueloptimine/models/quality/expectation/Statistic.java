package io.fueloptimine.models.quality.expectation;

/** What a window's values are condensed to. */
public enum Statistic {
    MEAN("a mean"),
    MEDIAN("a median"),
    /** The sample's, with n - 1. */
    STANDARD_DEVIATION("a standard deviation"),
    MIN("a smallest value"),
    MAX("a largest value"),
    /** Distinct values over values, 0 to 1. */
    PROPORTION_OF_UNIQUE("a share of distinct values");

    private final String words;

    Statistic(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
