package io.fueloptimine.models.fuel;

/**
 * What should have been burnt, and between which bounds it mostly lies.
 *
 * @param expectedL the expectation, L
 * @param lowL the interval's lower end, never above the expectation, L; NaN where there is none
 * @param highL the interval's upper end, never below the expectation, L; NaN where there is none
 */
public record FuelExpectation(double expectedL, double lowL, double highL) {

    /** An expectation without an interval. */
    public static FuelExpectation of(double expectedL) {
        return new FuelExpectation(expectedL, Double.NaN, Double.NaN);
    }

    /** All three multiplied by a factor of 0 or more. */
    public FuelExpectation times(double factor) {
        return new FuelExpectation(expectedL * factor, lowL * factor, highL * factor);
    }

    /** All three raised to zero where they lie below: no machine gives fuel back. */
    public FuelExpectation atLeastZero() {
        return new FuelExpectation(Math.max(0, expectedL), Math.max(0, lowL), Math.max(0, highL));
    }
}
