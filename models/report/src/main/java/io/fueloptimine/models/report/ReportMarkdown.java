package io.fueloptimine.models.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Builds a report as Markdown with the pictures that it refers to. Not thread-safe. */
public final class ReportMarkdown {

    private final StringBuilder markdown = new StringBuilder();
    private final List<Picture> pictures = new ArrayList<>();

    /** Adds a heading. Level 1 is the title of the report. */
    public void heading(int level, String plainText) {
        block("#".repeat(level) + ' ' + MarkdownText.escape(plainText));
    }

    /** Adds Markdown text unchanged. */
    public void block(String text) {
        markdown.append(text.strip()).append("\n\n");
    }

    /**
     * Adds a table whose columns after the first are numbers, aligned to the right. Cells are plain
     * text.
     */
    public void numberTable(List<String> header, List<List<String>> rows) {
        table(1, header, rows);
    }

    /** Adds a table of text. Cells are plain text. */
    public void textTable(List<String> header, List<List<String>> rows) {
        table(header.size(), header, rows);
    }

    /**
     * Adds a table. Cells are plain text.
     *
     * @param names the number of columns with text; the columns after them are numbers, aligned to
     *     the right
     */
    public void table(int names, List<String> header, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(line(header));
        lines.add("|" + " --- |".repeat(names) + " ---: |".repeat(header.size() - names));
        rows.forEach(row -> lines.add(line(row)));
        block(String.join("\n", lines));
    }

    /** Adds a picture and its caption. */
    public void picture(Picture picture) {
        pictures.add(picture);
        block("![" + MarkdownText.escape(picture.description()) + "](" + picture.path() + ")");
        block("*" + MarkdownText.escape(picture.caption()) + "*");
    }

    /** The report as Markdown. */
    public String markdown() {
        return markdown.toString().strip() + "\n";
    }

    /** The pictures, in the order in which they were added. */
    public List<Picture> pictures() {
        return List.copyOf(pictures);
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(MarkdownText::escape)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
