package io.fueloptimine.jobs.training.csv;

import io.fueloptimine.jobs.training.timestamp.TimestampPattern;
import io.fueloptimine.jobs.training.timestamp.UnreadableValueException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses the numbers of CSV files: decimal digits with at most one decimal separator, and
 * optionally an exponent. Groups of three digits are accepted if the mapping names their separator.
 * A number that a double cannot contain without loss of digits is rejected. Immutable.
 */
public final class CsvNumber {

    private static final int MAX_LENGTH = 64;

    /** Number of decimal digits that a double always contains without loss. */
    private static final int EXACT_DIGITS = 15;

    private static final String EXACT = "a number that a double contains without loss of digits";

    private final Pattern form;
    private final char decimal;
    private final Optional<Character> thousands;
    private final String expected;

    public CsvNumber(CsvFormat format) {
        decimal = format.decimal();
        thousands = format.thousands();
        String whole =
                thousands
                        .map(group -> group.toString())
                        .map(Pattern::quote)
                        .map(group -> "(?:[0-9]{1,3}(?:" + group + "[0-9]{3})+|[0-9]+)")
                        .orElse("[0-9]+");
        String point = Pattern.quote(Character.toString(decimal));
        form =
                Pattern.compile(
                        String.format(
                                Locale.ROOT,
                                "[+-]?(?:%1$s(?:%2$s[0-9]*)?|%2$s[0-9]+)(?:[eE][+-]?[0-9]{1,4})?",
                                whole,
                                point));
        expected =
                "a number such as 1"
                        + thousands.map(Object::toString).orElse("")
                        + "234"
                        + decimal
                        + "5 (csv.decimal and csv.thousands of the mapping)";
    }

    /**
     * Parses a value.
     *
     * @param value the value, without blanks at its beginning and end
     */
    public double parse(String value) throws UnreadableValueException {
        String text = TimestampPattern.withPlainBlanks(value);
        if (text.length() > MAX_LENGTH || !form.matcher(text).matches()) {
            throw new UnreadableValueException(expected);
        }
        String digits = thousands.map(group -> text.replace(group.toString(), "")).orElse(text);
        BigDecimal exact = new BigDecimal(digits.replace(decimal, '.'));
        double number = exact.doubleValue();
        if (!isExact(exact, number)) {
            throw new UnreadableValueException(EXACT);
        }
        return number;
    }

    /**
     * Whether the double, rounded to the number of digits of {@code exact}, equals {@code exact}.
     * Numbers with 17 digits, which many systems write for a double, meet this condition.
     */
    private static boolean isExact(BigDecimal exact, double number) {
        if (!Double.isFinite(number) || number == 0 && exact.signum() != 0) {
            return false;
        }
        return exact.precision() <= EXACT_DIGITS
                || new BigDecimal(number).round(new MathContext(exact.precision())).compareTo(exact)
                        == 0;
    }
}
