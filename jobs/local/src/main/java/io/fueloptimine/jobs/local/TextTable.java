package io.fueloptimine.jobs.local;

import java.util.ArrayList;
import java.util.List;

/** Rows of a name, a figure and a remark, aligned for a terminal. Not thread-safe. */
final class TextTable {

    private record Row(String name, String figure, String remark) {}

    private final String title;
    private final List<Row> rows = new ArrayList<>();

    TextTable(String title) {
        this.title = title;
    }

    TextTable row(String name, long figure, String remark) {
        return row(name, String.format("%,d", figure), remark);
    }

    TextTable row(String name, String figure, String remark) {
        rows.add(new Row(name, figure, remark));
        return this;
    }

    /** The table, its lines ended by line feeds. */
    String render() {
        int nameWidth = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int figureWidth = rows.stream().mapToInt(row -> row.figure().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(title).append('\n');
        for (Row row : rows) {
            String line =
                    String.format(
                            "  %-" + nameWidth + "s  %" + figureWidth + "s  %s",
                            row.name(),
                            row.figure(),
                            row.remark());
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
