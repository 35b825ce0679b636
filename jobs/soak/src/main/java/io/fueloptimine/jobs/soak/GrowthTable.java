package io.fueloptimine.jobs.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The part of the summary about memory, threads, files and state.
 *
 * @param rows one row per resource of a process or job
 * @param notes sentences about what was not measured
 */
record GrowthTable(List<Growth> rows, List<String> notes) {

    GrowthTable {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** Formats the table; empty if nothing was to be measured. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!rows.isEmpty()) {
            lines.add(
                    "Use under load                            first       last     per hour  (95 % interval)"
                            + "        %/hour");
            rows.forEach(row -> lines.add(line(row)));
            lines.add(
                    "Medians of minutes without the first sixth of the time and the first minute"
                            + " of a process.");
            lines.add(
                    "GROWS: 5 % of the first median per hour or more, and the interval of the slope is above 0."
                            + " Otherwise flat.");
        }
        lines.addAll(notes);
        return lines;
    }

    private static String line(Growth row) {
        String name = format("%-24s %-10s", row.role(), row.resource());
        if (Double.isNaN(row.first())) {
            return name + " no value after the warm-up";
        }
        String level = format(" %,10.1f %,10.1f", row.first(), row.last());
        String slope =
                row.trend()
                        .map(
                                trend ->
                                        format(
                                                " %+,11.2f (%+,.2f to %+,.2f) %+.1f",
                                                trend.slope(),
                                                trend.low(),
                                                trend.high(),
                                                100 * trend.slope() / row.first()))
                        .orElse("");
        return name + level + slope + "  " + row.verdict().label();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
