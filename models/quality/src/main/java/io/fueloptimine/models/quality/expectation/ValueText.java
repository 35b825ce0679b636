package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ProductionState;

/** Formats values for quality records and for comparison with the values in suite files. */
public final class ValueText {

    private ValueText() {}

    /** A value as text. */
    public static String of(Object value) {
        if (value instanceof ProductionState state) {
            return state.wireName();
        }
        return value instanceof Double number ? plain(number) : value.toString();
    }

    /**
     * A number as text. A whole number has no fraction, and all its digits if it is in the range of
     * a long.
     */
    public static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 0x1p63
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
