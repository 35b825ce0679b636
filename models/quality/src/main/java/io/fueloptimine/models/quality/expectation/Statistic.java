package io.fueloptimine.models.quality.expectation;

/** A statistic of a window's values. */
public enum Statistic {
    MEAN("a mean"),
    MEDIAN("a median"),
    /** The sample standard deviation, with the divisor n - 1. */
    STANDARD_DEVIATION("a standard deviation"),
    MIN("a smallest value"),
    MAX("a largest value"),
    /** The number of distinct values divided by the number of values, 0 to 1. */
    PROPORTION_OF_UNIQUE("a share of distinct values");

    private final String description;

    Statistic(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
