package io.fueloptimine.models.mine.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * Numbers that a double contains as they are written. Whole numbers must be exact, because they are
 * counters and ids; a fraction is rounded to the nearest double, as everywhere.
 */
public final class ExactNumber {

    /** Describes valid numbers in faults. */
    public static final String EXPECTED = "a finite number that a double contains exactly";

    private ExactNumber() {}

    /** Whether a tree's number is finite and, if whole, exact as a double. */
    public static boolean is(JsonNode number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            return false;
        }
        boolean exactType = number.isBigDecimal() || number.isIntegralNumber();
        return !exactType || isExact(number.decimalValue(), value);
    }

    /** Whether a double contains the number, or the number has a fraction. */
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
