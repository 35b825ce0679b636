package io.fueloptimine.models.mine.input;

import java.util.Optional;

/**
 * Checks the fields of a record in the record's constructor. The message of each exception names
 * the record, the field and the value.
 */
public final class FieldCheck {

    private final String record;

    /**
     * @param record the record whose fields are checked
     */
    public FieldCheck(Class<? extends Record> record) {
        this.record = record.getSimpleName();
    }

    /**
     * @throws IllegalArgumentException when the value is null
     */
    public FieldCheck required(String field, Object value) {
        if (value == null) {
            throw fault(field, null, "a value");
        }
        return this;
    }

    /**
     * @throws IllegalArgumentException when the text breaks the rule of {@link MineName}, because
     *     names are parts of keys, ids and topics
     */
    public FieldCheck name(String field, String value) {
        Optional<String> violation = MineName.violation(value);
        if (violation.isPresent()) {
            throw fault(field, value, violation.get());
        }
        return this;
    }

    /**
     * Checks a name as {@link #name} does, unless the name is null.
     *
     * @throws IllegalArgumentException when the text breaks the rule of {@link MineName}
     */
    public FieldCheck optionalName(String field, String value) {
        return value == null ? this : name(field, value);
    }

    /**
     * @throws IllegalArgumentException when the number is negative; NaN, which means unknown, is
     *     accepted
     */
    public FieldCheck notNegative(String field, double value) {
        if (value < 0) {
            throw fault(field, value, "0 or more");
        }
        return this;
    }

    public IllegalArgumentException fault(String field, Object value, String expected) {
        return new IllegalArgumentException(
                record
                        + "."
                        + field
                        + " is "
                        + PrintableText.of(String.valueOf(value))
                        + ", expected "
                        + expected);
    }
}
