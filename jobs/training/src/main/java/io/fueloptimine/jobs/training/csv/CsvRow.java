package io.fueloptimine.jobs.training.csv;

import java.util.Locale;

/**
 * A row of a CSV file.
 *
 * @param position its origin
 * @param number its number within all files of the table, from 0
 * @param header the columns
 * @param values the values in the order of the columns; may be fewer or more than the columns
 */
public record CsvRow(CsvPosition position, long number, CsvHeader header, String[] values) {

    /** The remark on rows with too few values. */
    public static final String SHORT =
            "rows have fewer values than columns, the missing ones are unavailable";

    /**
     * The value of a column without blanks around it; empty when the row is shorter.
     *
     * @param column the name; null gives an empty value
     */
    public String value(String column) {
        Integer index = header.indexOf(column);
        return index == null || index >= values.length ? "" : values[index].strip();
    }

    /** Whether the row has values beyond the columns, so that it is unknown what they belong to. */
    public boolean isTooLong() {
        for (int i = header.size(); i < values.length; i++) {
            if (!values[i].isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The fault of a row that is too long. */
    public RowFault tooLong() {
        return new RowFault(
                position,
                RowFault.UNREADABLE,
                null,
                text(),
                String.format(
                        Locale.ROOT,
                        "at most %d values; one that contains the separator %s must be in quotes",
                        header.size(),
                        CsvHeader.nameOf(header.separator())));
    }

    /** Whether the row has fewer values than there are columns. */
    public boolean isShort() {
        return values.length < header.size();
    }

    /** All values as one text. */
    public String text() {
        return String.join(Character.toString(header.separator()), values);
    }
}
