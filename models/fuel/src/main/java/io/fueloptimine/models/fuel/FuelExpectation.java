package io.fueloptimine.models.fuel;

/**
 * The litres that a model expects, with an interval.
 *
 * @param expectedL the expected fuel, L
 * @param lowL the lower end of the interval, L, not above the expected fuel; NaN without an
 *     interval
 * @param highL the upper end of the interval, L, not below the expected fuel; NaN without an
 *     interval
 */
public record FuelExpectation(double expectedL, double lowL, double highL) {

    /** Creates an expectation without an interval. */
    public static FuelExpectation of(double expectedL) {
        return new FuelExpectation(expectedL, Double.NaN, Double.NaN);
    }

    /** The expectation and its interval, multiplied by a factor of 0 or more. */
    public FuelExpectation times(double factor) {
        return new FuelExpectation(expectedL * factor, lowL * factor, highL * factor);
    }

    /** The expectation and its interval, with negative values replaced by zero. */
    public FuelExpectation atLeastZero() {
        return new FuelExpectation(Math.max(0, expectedL), Math.max(0, lowL), Math.max(0, highL));
    }
}
