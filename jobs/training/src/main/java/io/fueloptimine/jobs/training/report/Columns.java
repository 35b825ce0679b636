package io.fueloptimine.jobs.training.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal. The first column is aligned left. Columns of numbers are aligned right; a
 * last column with text is aligned left. Not thread-safe.
 */
final class Columns {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean textLast;

    private Columns(List<String> header, boolean textLast) {
        this.textLast = textLast;
        rows.add(List.copyOf(header));
    }

    /** Creates a table with names in the first column and numbers in all other columns. */
    static Columns ofFigures(List<String> header) {
        return new Columns(header, false);
    }

    /**
     * Creates a table with names in the first column, text in the last column and numbers in the
     * columns between.
     */
    static Columns withText(List<String> header) {
        return new Columns(header, true);
    }

    Columns row(List<String> cells) {
        if (cells.size() != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    "a row of " + cells.size() + " cells, expected " + rows.get(0).size());
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Formats the table as text; each line ends with a line feed. */
    String render() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(column == 0 ? "" : GAP).append(padded(row.get(column), column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String padded(String cell, int column) {
        int width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        String space = " ".repeat(width - cell.length());
        boolean left = column == 0 || textLast && column == rows.get(0).size() - 1;
        return left ? cell + space : space + cell;
    }
}
