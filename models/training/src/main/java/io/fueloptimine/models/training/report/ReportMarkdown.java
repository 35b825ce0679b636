package io.fueloptimine.models.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report in the making: Markdown, and the pictures that it refers to. Not thread-safe. */
final class ReportMarkdown {

    private final StringBuilder markdown = new StringBuilder();
    private final List<Picture> pictures = new ArrayList<>();

    /** A heading; 1 is the report's own. */
    void heading(int level, String plainText) {
        block("#".repeat(level) + ' ' + MarkdownText.escape(plainText));
    }

    /** Text that is Markdown already, as it is. */
    void block(String text) {
        markdown.append(text.strip()).append("\n\n");
    }

    /** A table of names and, to the right, their figures; every cell is plain text. */
    void figures(List<String> header, List<List<String>> rows) {
        table(header, " ---: |", rows);
    }

    /** A table of words; every cell is plain text. */
    void words(List<String> header, List<List<String>> rows) {
        table(header, " --- |", rows);
    }

    private void table(List<String> header, String column, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(line(header));
        lines.add("| --- |" + column.repeat(header.size() - 1));
        rows.forEach(row -> lines.add(line(row)));
        block(String.join("\n", lines));
    }

    void picture(Picture picture) {
        pictures.add(picture);
        block("![" + MarkdownText.escape(picture.shows()) + "](" + picture.path() + ")");
        block("*" + MarkdownText.escape(picture.caption()) + "*");
    }

    String markdown() {
        return markdown.toString().strip() + "\n";
    }

    List<Picture> pictures() {
        return List.copyOf(pictures);
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(MarkdownText::escape)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
