package io.fueloptimine.models.mine.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * Checks whether a double represents a number without an error that matters. A whole number must be
 * exact, because it can be a counter or an id; a number with a fraction may be rounded to the
 * nearest double.
 */
public final class ExactNumber {

    /** The description of valid numbers in fault messages. */
    public static final String EXPECTED = "a finite number that a double contains exactly";

    private ExactNumber() {}

    /**
     * Whether a number in a JSON tree is finite and, if it is a whole number, exact as a double.
     */
    public static boolean is(JsonNode number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            return false;
        }
        boolean exactType = number.isBigDecimal() || number.isIntegralNumber();
        return !exactType || isExact(number.decimalValue(), value);
    }

    /** Whether the number has a fraction, or equals the given double exactly. */
    public static boolean isExact(BigDecimal number, double value) {
        boolean small = Math.abs(value) < (1L << 53);
        if (!Double.isFinite(value)) {
            return false;
        }
        return small
                || number.stripTrailingZeros().scale() > 0
                || number.compareTo(new BigDecimal(value)) == 0;
    }
}
