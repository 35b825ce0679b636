package io.fueloptimine.jobs.local.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of names, values and remarks, aligned for a terminal. Not thread-safe. */
public final class TextTable {

    private record Row(String name, String value, String remark) {}

    private final String title;
    private final List<Row> rows = new ArrayList<>();

    public TextTable(String title) {
        this.title = title;
    }

    public TextTable row(String name, long value, String remark) {
        return row(name, String.format(Locale.ROOT, "%,d", value), remark);
    }

    public TextTable row(String name, String value, String remark) {
        rows.add(new Row(name, value, remark));
        return this;
    }

    /** Formats the table as text; each line ends with a line feed. */
    public String render() {
        int nameWidth = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int valueWidth = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(title).append('\n');
        for (Row row : rows) {
            String line =
                    String.format(
                            Locale.ROOT,
                            "  %-" + nameWidth + "s  %" + valueWidth + "s  %s",
                            row.name(),
                            row.value(),
                            row.remark());
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
