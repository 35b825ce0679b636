package io.fueloptimine.jobs.training.csv;

import io.fueloptimine.models.mine.input.PrintableText;

/**
 * The reason why a row is left out.
 *
 * @param position the row
 * @param rule the kind of fault: {@code decode} for values that cannot be read, otherwise the name
 *     of the rule that the row violates
 * @param field the field at fault; null when it is the whole row
 * @param value the value, shortened if it is long, without control characters; null when there is
 *     none
 * @param expected a description of valid values
 */
public record RowFault(
        CsvPosition position, String rule, String field, String value, String expected) {

    /** The rule of values that cannot be read. */
    public static final String UNREADABLE = "decode";

    private static final int MAX_LENGTH = 60;

    public RowFault {
        value = value == null ? null : shortened(value);
    }

    private static String shortened(String value) {
        return value.length() <= MAX_LENGTH
                ? PrintableText.of(value)
                : PrintableText.of(value.substring(0, MAX_LENGTH)) + "...";
    }
}
