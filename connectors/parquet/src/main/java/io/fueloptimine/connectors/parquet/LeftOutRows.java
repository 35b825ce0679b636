package io.fueloptimine.connectors.parquet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts the rows of the lake that were left out, by file and reason. Not thread-safe. */
final class LeftOutRows {

    /**
     * The maximum number of reasons that are counted separately; further reasons are counted
     * together. A file of another system, for example, has a fault in each row.
     */
    private static final int MAX_REASONS = 100;

    private final Map<Reason, Rows> rows = new LinkedHashMap<>();

    /**
     * Counts a row.
     *
     * @param row the number of the row in the file, from 1
     * @param fault the reason, which names the field, the value and the expected value
     */
    void add(Path file, long row, String fault) {
        Reason reason = new Reason(file, fault);
        boolean kept = rows.containsKey(reason) || rows.size() < MAX_REASONS;
        rows.computeIfAbsent(
                        kept ? reason : new Reason(file, "further reasons"),
                        unused -> new Rows(row))
                .count++;
    }

    /** Removes all rows. */
    void clear() {
        rows.clear();
    }

    /** One line for each file and reason. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        rows.forEach(
                (reason, found) ->
                        lines.add(
                                String.format(
                                        Locale.ROOT,
                                        "Rows left out: %,d of %s: %s; first: row %d",
                                        found.count,
                                        reason.file(),
                                        reason.fault(),
                                        found.first)));
        return lines;
    }

    private record Reason(Path file, String fault) {}

    /** The rows that were left out for one reason. */
    private static final class Rows {

        private final long first;
        private long count;

        Rows(long first) {
            this.first = first;
        }
    }
}
