package io.fueloptimine.jobs.cli.sql;

import io.fueloptimine.jobs.cli.sql.QueryFormat.QueryResult;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints the rows of a query as a table, as CSV after RFC 4180, or as one JSON object per line. */
final class QueryText {

    private static final int MAX_CELL = 60;
    private static final MathContext SHOWN = new MathContext(6);

    /** First characters with which a spreadsheet takes a text for a formula. */
    private static final String FORMULA = "=+-@\t\r\n";

    private QueryText() {}

    static void table(QueryResult result, PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(result.columns());
        result.rows().forEach(row -> lines.add(row.stream().map(QueryText::cell).toList()));
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < result.columns().size(); i++) {
            int column = i;
            widths.add(lines.stream().mapToInt(line -> length(line.get(column))).max().orElse(0));
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                String padding = " ".repeat(widths.get(i) - length(line.get(i)));
                text.append(isNumber(result, i) ? padding + line.get(i) : line.get(i) + padding)
                        .append("  ");
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static boolean isNumber(QueryResult result, int column) {
        return !result.rows().isEmpty()
                && result.rows().stream()
                        .map(row -> row.get(column))
                        .allMatch(value -> value == null || value instanceof Number);
    }

    private static String cell(Object value) {
        boolean fraction = value instanceof BigDecimal || value instanceof Float;
        if (fraction || value instanceof Double number && Double.isFinite(number)) {
            return new BigDecimal(value.toString())
                    .round(SHOWN)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        String text = value == null ? "" : value.toString().replaceAll("\\s+", " ");
        return length(text) <= MAX_CELL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_CELL - 3)) + "...";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static void csv(QueryResult result, PrintWriter out) {
        out.println(csvLine(result.columns(), QueryText::csvCell));
        result.rows().forEach(row -> out.println(csvLine(row, QueryText::csvCell)));
    }

    private static <T> String csvLine(List<T> cells, Function<Object, String> form) {
        return cells.stream().map(form).collect(Collectors.joining(","));
    }

    private static String csvCell(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (!(value instanceof String text)) {
            return value == null ? "" : value.toString();
        }
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    static void json(QueryResult result, PrintWriter out) {
        for (List<Object> row : result.rows()) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                object.put(result.columns().get(i), row.get(i));
            }
            out.println(new String(MineJson.toBytes(object), StandardCharsets.UTF_8));
        }
    }
}
