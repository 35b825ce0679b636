package io.fueloptimine.jobs.training.csv;

import io.fueloptimine.models.mine.input.PrintableText;

/**
 * The reason why a row is left out.
 *
 * @param position the position of the row
 * @param rule the name of the rule that the row violates; {@code decode} for values that cannot be
 *     read
 * @param field the invalid field; null when the whole row is invalid
 * @param value the invalid value without control characters, shortened if it is long; null when
 *     there is no value
 * @param expected a description of valid values
 */
public record RowFault(
        CsvPosition position, String rule, String field, String value, String expected) {

    /** The name of the rule that unreadable values violate. */
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
