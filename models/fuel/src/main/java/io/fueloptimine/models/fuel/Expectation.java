package io.fueloptimine.models.fuel;

/**
 * What should have been burnt, and between which bounds it mostly lies.
 *
 * @param expectedL the expectation, L
 * @param lowL the interval's lower end, never above the expectation, L; NaN where there is none
 * @param highL the interval's upper end, never below the expectation, L; NaN where there is none
 */
public record Expectation(double expectedL, double lowL, double highL) {

    /** An expectation without an interval. */
    public static Expectation of(double expectedL) {
        return new Expectation(expectedL, Double.NaN, Double.NaN);
    }

    /** Whether there is an interval. */
    public boolean hasInterval() {
        return !Double.isNaN(lowL) && !Double.isNaN(highL);
    }

    /** All three multiplied by a factor of 0 or more. */
    public Expectation times(double factor) {
        return new Expectation(expectedL * factor, lowL * factor, highL * factor);
    }

    /** All three raised to zero where they lie below: no machine gives fuel back. */
    public Expectation atLeastZero() {
        return new Expectation(Math.max(0, expectedL), Math.max(0, lowL), Math.max(0, highL));
    }
}
