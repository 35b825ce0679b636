package io.fueloptimine.models.message;

/**
 * A unit that the name of a field may declare, with the conversion to the unit of the record
 * component.
 *
 * <p>Every factor is exact by definition: foot and pound by the international agreement of 1959
 * (0.3048 m and 0.45359237 kg), the US gallon as 231 cubic inches, the imperial gallon as 4.54609 L
 * (Weights and Measures Act 1985), standard gravity as 9.80665 m/s2 (CGPM 1901). A double holds
 * these factors with 16 digits.
 */
enum Unit {
    /** The unit of the component itself; no conversion. */
    SAME(1, 0),
    /** Imperial gallons, or imperial gallons per hour, converted to litres, or litres per hour. */
    US_GALLON(3.785411784, 0),
    /** US gallons, or US gallons per hour, converted to litres, or litres per hour. */
    IMPERIAL_GALLON(4.54609, 0),
    /** Miles per hour, converted to km/h. */
    MILE_PER_HOUR(1.609344, 0),
    /** Kilograms, converted to tonnes. */
    KILOGRAM(0.001, 0),
    /** Short tons of 2,000 pounds, converted to tonnes. */
    SHORT_TON(0.90718474, 0),
    /** Feet, converted to metres. */
    FOOT(0.3048, 0),
    /** Inches per second, converted to mm/s. */
    INCH_PER_SECOND(25.4, 0),
    /** Multiples of standard gravity (g), converted to m/s2. */
    STANDARD_GRAVITY(9.80665, 0),
    /** Degrees Fahrenheit, converted to degrees Celsius. */
    FAHRENHEIT(5.0 / 9.0, -160.0 / 9.0),
    /** Pound-force per square inch, converted to kPa. */
    PSI(0.45359237 * 9.80665 / (0.0254 * 0.0254) / 1_000, 0),
    /** Bar, converted to kPa. */
    BAR(100, 0),
    /** Hectopascals, which equal millibars, converted to kPa. */
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
