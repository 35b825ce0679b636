package io.fueloptimine.jobs.training.fleet;

/**
 * The reason why a row is left out.
 *
 * @param position the row
 * @param rule the kind of fault: {@code decode} for values that cannot be read, otherwise the name
 *     of the rule that the row violates
 * @param field the field at fault; null when it is the whole row
 * @param value the value; null when there is none
 * @param expected a description of valid values
 */
public record RowFault(
        CsvPosition position, String rule, String field, String value, String expected) {

    /** The rule of values that cannot be read. */
    public static final String UNREADABLE = "decode";
}
