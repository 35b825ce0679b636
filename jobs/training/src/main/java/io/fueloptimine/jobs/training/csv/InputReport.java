package io.fueloptimine.jobs.training.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the rows that were left out when files were read, by file, field and reason, and keeps the
 * first row of each kind as an example. The report also counts remarks on rows that were used. Not
 * thread-safe.
 */
public final class InputReport {

    /**
     * The maximum number of kinds. Further kinds are counted together, because a wrong mapping of
     * many files causes very many kinds.
     */
    private static final int MAX_KINDS = 1_000;

    private static final int MAX_LINES = 40;
    private static final Kind OTHERS = new Kind("further files and reasons", "", "", "");

    private final Map<Kind, Rows> leftOut = new LinkedHashMap<>();
    private final Map<Remark, Rows> remarks = new LinkedHashMap<>();
    private final Map<String, Integer> byRule = new TreeMap<>();

    /** Counts a row that was left out. */
    public void leaveOut(RowFault fault) {
        byRule.merge(fault.rule(), 1, Integer::sum);
        Kind kind = Kind.of(fault);
        leftOut.computeIfAbsent(
                        leftOut.containsKey(kind) || leftOut.size() < MAX_KINDS ? kind : OTHERS,
                        unused -> new Rows(fault.position().line(), fault.value()))
                .count++;
    }

    /** Counts a row that was used, but has a remark. */
    public void remark(CsvPosition position, String text) {
        Remark remark = new Remark(position.file(), text);
        if (remarks.containsKey(remark) || remarks.size() < MAX_KINDS) {
            remarks.computeIfAbsent(remark, unused -> new Rows(position.line(), null)).count++;
        }
    }

    /** Number of rows left out, by the name of the rule that they violate. */
    public Map<String, Integer> byRule() {
        return Collections.unmodifiableMap(byRule);
    }

    /** Number of rows left out. */
    public long total() {
        return byRule.values().stream().mapToLong(Integer::longValue).sum();
    }

    /**
     * The report as text, one line for each kind of fault and each remark; empty when there are no
     * faults and no remarks.
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!leftOut.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "Rows left out: %,d", total()));
        }
        leftOut.entrySet().stream()
                .sorted(Comparator.comparingLong(kind -> -kind.getValue().count))
                .limit(MAX_LINES)
                .forEach(kind -> lines.add("  " + text(kind.getKey(), kind.getValue())));
        if (leftOut.size() > MAX_LINES) {
            lines.add("  and " + (leftOut.size() - MAX_LINES) + " further kinds");
        }
        remarks.entrySet().stream()
                .limit(MAX_LINES)
                .forEach(remark -> lines.add(text(remark.getKey(), remark.getValue())));
        return lines;
    }

    private static String text(Kind kind, Rows rows) {
        if (kind == OTHERS) {
            return String.format(Locale.ROOT, "%,d: %s", rows.count, kind.file());
        }
        String field = kind.field() == null ? "the row" : kind.field();
        return String.format(
                Locale.ROOT,
                "%,d of %s: %s (%s), expected %s; first: line %d, %s",
                rows.count,
                kind.file(),
                field,
                kind.rule(),
                kind.expected(),
                rows.line,
                shown(rows.value));
    }

    private static String text(Remark remark, Rows rows) {
        return String.format(
                Locale.ROOT,
                "%s: %,d %s; first: line %d",
                remark.file(),
                rows.count,
                remark.text(),
                rows.line);
    }

    private static String shown(String value) {
        return value == null ? "no value" : "'" + value + "'";
    }

    private record Kind(String file, String rule, String field, String expected) {

        static Kind of(RowFault fault) {
            return new Kind(fault.position().file(), fault.rule(), fault.field(), fault.expected());
        }
    }

    private record Remark(String file, String text) {}

    /** The first row of one kind, and the number of its rows. */
    private static final class Rows {

        private final long line;
        private final String value;
        private long count;

        Rows(long line, String value) {
            this.line = line;
            this.value = value;
        }
    }
}
