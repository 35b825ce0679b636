package io.fueloptimine.models.message;

/**
 * A unit that a field's name may declare, with the conversion to the component's unit.
 *
 * <p>Every factor is exact by definition: yard and pound by the international agreement of 1959 (a
 * foot is 0.3048 m, a pound 0.45359237 kg), the US gallon as 231 cubic inches, the imperial gallon
 * as 4.54609 L (Weights and Measures Act 1985), standard gravity as 9.80665 m/s2 (CGPM 1901).
 * Doubles round them to 16 digits.
 */
enum Unit {
    /** The component's own unit. */
    SAME(1, 0),
    /** To litres, also per hour. */
    US_GALLON(3.785411784, 0),
    /** To litres, also per hour. */
    IMPERIAL_GALLON(4.54609, 0),
    /** To km/h. */
    MILE_PER_HOUR(1.609344, 0),
    /** To tonnes. */
    KILOGRAM(0.001, 0),
    /** To tonnes: 2,000 pounds, as used in the United States. */
    SHORT_TON(0.90718474, 0),
    /** To metres. */
    FOOT(0.3048, 0),
    /** To mm/s. */
    INCH_PER_SECOND(25.4, 0),
    /** To m/s2. */
    STANDARD_GRAVITY(9.80665, 0),
    /** To degrees Celsius. */
    FAHRENHEIT(5.0 / 9.0, -160.0 / 9.0),
    /** To kPa: pound-force per square inch. */
    PSI(0.45359237 * 9.80665 / (0.0254 * 0.0254) / 1_000, 0),
    /** To kPa. */
    BAR(100, 0),
    /** To kPa; the same as a millibar. */
    HECTOPASCAL(0.1, 0);

    private final double factor;
    private final double offset;

    Unit(double factor, double offset) {
        this.factor = factor;
        this.offset = offset;
    }

    double factor() {
        return factor;
    }

    double offset() {
        return offset;
    }

    double convert(double value) {
        return value * factor + offset;
    }
}
