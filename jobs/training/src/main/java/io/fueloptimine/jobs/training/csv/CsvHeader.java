package io.fueloptimine.jobs.training.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The columns of a CSV file. Immutable. */
public final class CsvHeader {

    private static final int MAX_SHOWN = 20;
    private static final int MAX_NAME = 40;

    private final char separator;
    private final long line;
    private final List<String> names;
    private final Map<String, Integer> indexes = new HashMap<>();

    /**
     * @param separator the separator of the column names
     * @param line the number of the header's line, from 1
     */
    public CsvHeader(char separator, long line, String[] values) {
        this.separator = separator;
        this.line = line;
        List<String> stripped = new ArrayList<>();
        for (String value : values) {
            indexes.putIfAbsent(value.strip(), stripped.size());
            stripped.add(value.strip());
        }
        // Editors of tables add empty columns.
        while (!stripped.isEmpty() && stripped.get(stripped.size() - 1).isEmpty()) {
            stripped.remove(stripped.size() - 1);
        }
        names = List.copyOf(stripped);
    }

    public char separator() {
        return separator;
    }

    long line() {
        return line;
    }

    /** The names of the columns, without empty columns at the end. */
    public List<String> names() {
        return names;
    }

    /** Number of columns, without empty columns at the end. */
    int size() {
        return names.size();
    }

    /** The index of a column; null when the header does not contain the column. */
    Integer indexOf(String column) {
        return indexes.get(column);
    }

    /** Number of the given columns that the header contains. */
    long countOf(Collection<String> columns) {
        return columns.stream().filter(indexes::containsKey).count();
    }

    /**
     * The faults of the header: required columns that are missing or occur twice.
     *
     * @param columns the required columns
     */
    List<String> faults(Collection<String> columns) {
        List<String> faults = new ArrayList<>();
        TreeSet<String> missing = new TreeSet<>(columns);
        missing.removeAll(indexes.keySet());
        if (!missing.isEmpty()) {
            faults.add(
                    "line "
                            + line
                            + " lacks the mapped columns "
                            + missing
                            + ", found "
                            + shown()
                            + " separated by "
                            + nameOf(separator)
                            + charsetHint());
        }
        new TreeSet<>(columns)
                .stream()
                        .filter(column -> names.indexOf(column) != names.lastIndexOf(column))
                        .forEach(
                                column ->
                                        faults.add(
                                                String.format(
                                                        Locale.ROOT,
                                                        "line %d has the column %s twice (columns %d and %d), expected once",
                                                        line,
                                                        column,
                                                        names.indexOf(column) + 1,
                                                        names.lastIndexOf(column) + 1)));
        return faults;
    }

    /** The name of a separator for messages, such as {@code a tab}. */
    static String nameOf(char separator) {
        return separator == '\t' ? "a tab" : "'" + separator + "'";
    }

    /**
     * Returns a hint for messages when the column names contain null characters; empty otherwise.
     * Such characters appear when a UTF-16 file without a byte order mark is read as UTF-8.
     */
    private String charsetHint() {
        return names.stream().anyMatch(name -> name.indexOf(0) >= 0)
                ? "; null characters as of UTF-16, see csv.charset of the mapping"
                : "";
    }

    private String shown() {
        List<String> shown =
                names.stream()
                        .limit(MAX_SHOWN)
                        .map(
                                name ->
                                        name.length() <= MAX_NAME
                                                ? name
                                                : name.substring(0, MAX_NAME) + "...")
                        .toList();
        return shown
                + (names.size() > MAX_SHOWN ? " and " + (names.size() - MAX_SHOWN) + " more" : "");
    }
}
