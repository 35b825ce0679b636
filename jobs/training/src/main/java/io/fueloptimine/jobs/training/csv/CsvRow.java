package io.fueloptimine.jobs.training.csv;

import java.util.Locale;

/**
 * A row of a CSV file.
 *
 * @param position the position of the row
 * @param number the number of the row within all files of the table, from 0
 * @param header the columns of the file
 * @param values the values in the order of the columns; their number may differ from the number of
 *     columns
 */
public record CsvRow(CsvPosition position, long number, CsvHeader header, String[] values) {

    /** The remark in the report on rows with too few values. */
    public static final String SHORT =
            "rows have fewer values than columns, the missing ones are unavailable";

    /**
     * The value of a column, without blanks at its beginning and end; empty when the row has no
     * value for the column.
     *
     * @param column the name of the column; null gives an empty value
     */
    public String value(String column) {
        Integer index = header.indexOf(column);
        return index == null || index >= values.length ? "" : values[index].strip();
    }

    /**
     * Whether the row has more values than there are columns, so that the assignment of values to
     * columns is unknown.
     */
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

    /** All values of the row, joined to one text. */
    public String text() {
        return String.join(Character.toString(header.separator()), values);
    }
}
