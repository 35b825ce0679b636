package io.fueloptimine.models.training.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table in GitHub's Markdown, padded so that it is readable as plain text. The first column is
 * aligned to the left, the others to the right. Not thread-safe.
 */
final class MarkdownTable {

    private static final int NARROWEST = 3;

    private final List<List<String>> rows = new ArrayList<>();

    MarkdownTable(String... header) {
        rows.add(List.of(header));
    }

    /** Adds a row with as many cells as the header. */
    void add(String... cells) {
        rows.add(List.of(cells).stream().map(cell -> cell.replace("|", "\\|")).toList());
    }

    List<String> lines() {
        int[] widths = new int[rows.get(0).size()];
        for (int j = 0; j < widths.length; j++) {
            int column = j;
            widths[j] =
                    rows.stream()
                            .mapToInt(row -> row.get(column).length())
                            .reduce(NARROWEST, Math::max);
        }
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.add(1, rule(widths));
        return lines;
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(j -> padded(cells.get(j), widths[j], j == 0))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String padded(String cell, int width, boolean left) {
        String padding = " ".repeat(width - cell.length());
        return left ? cell + padding : padding + cell;
    }

    private static String rule(int[] widths) {
        List<String> rules = new ArrayList<>();
        for (int width : widths) {
            rules.add("-".repeat(width - 1) + ":");
        }
        rules.set(0, ":" + "-".repeat(widths[0] - 1));
        return "| " + String.join(" | ", rules) + " |";
    }
}
