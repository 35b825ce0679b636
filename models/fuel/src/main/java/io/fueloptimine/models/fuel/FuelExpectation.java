package io.fueloptimine.models.fuel;

/**
 * Expected litres with an interval.
 *
 * @param expectedL the expectation, L
 * @param lowL the lower end of the interval, at most the expectation, L; NaN without an interval
 * @param highL the upper end of the interval, at least the expectation, L; NaN without an interval
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

    /** The same with negative values replaced by zero. */
    public FuelExpectation atLeastZero() {
        return new FuelExpectation(Math.max(0, expectedL), Math.max(0, lowL), Math.max(0, highL));
    }
}
