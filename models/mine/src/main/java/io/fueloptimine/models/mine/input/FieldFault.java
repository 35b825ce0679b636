package io.fueloptimine.models.mine.input;

/**
 * What is wrong with one field of a record that was refused.
 *
 * @param field the path of the field, such as {@code items[0].minTph}; null when the text as a
 *     whole cannot be read
 * @param value the value found, shortened and printable; null when there is none
 * @param expected what was expected
 */
public record FieldFault(String field, String value, String expected) {}
