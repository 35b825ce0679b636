package io.fueloptimine.jobs.compare.report;

import io.fueloptimine.models.mine.input.PrintableText;
import io.fueloptimine.models.report.ReportMarkdown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of the report. The first columns are names, the others numbers.
 *
 * @param title the title
 * @param names the number of columns with names; aligned to the left
 * @param header the titles of the columns, with units
 * @param rows the cells
 */
public record Table(String title, int names, List<String> header, List<List<String>> rows) {

    private static final String GAP = "  ";

    /** The table for a terminal: columns padded with spaces, a line of dashes below the header. */
    public String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(printable(header));
        rows.forEach(row -> lines.add(printable(row)));
        int[] widths =
                IntStream.range(0, header.size())
                        .map(
                                column ->
                                        lines.stream()
                                                .mapToInt(l -> width(l.get(column)))
                                                .max()
                                                .orElse(0))
                        .toArray();
        lines.add(1, IntStream.of(widths).mapToObj("-"::repeat).toList());
        StringBuilder text = new StringBuilder(PrintableText.of(title)).append("\n\n");
        lines.forEach(line -> text.append(line(line, widths)).append('\n'));
        return text.toString();
    }

    /** Adds the table to Markdown, with the title as heading. */
    public void write(ReportMarkdown draft) {
        draft.heading(3, title);
        draft.table(names, header, rows);
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(widths[column] - width(cell));
            line.append(column == 0 ? "" : GAP);
            line.append(column < names ? cell + padding : padding + cell);
        }
        return line.toString().stripTrailing();
    }

    private static List<String> printable(List<String> cells) {
        return cells.stream().map(PrintableText::of).toList();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
