package io.fueloptimine.jobs.local.account;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of the records in the quality topic and the late topic. Immutable.
 *
 * @param rejected messages rejected
 * @param duplicates repeats that the sender made
 * @param redelivered repeats that the broker made
 * @param flagged messages flagged
 * @param late readings too late for their window
 * @param byRule records by {@code verdict rule}
 */
public record QualityCounts(
        long rejected,
        long duplicates,
        long redelivered,
        long flagged,
        long late,
        Map<String, Long> byRule) {

    public QualityCounts {
        byRule = Map.copyOf(byRule);
    }

    /** All records. */
    public long total() {
        return rejected + duplicates + redelivered + flagged + late;
    }

    /** The difference to earlier counts. */
    public QualityCounts since(QualityCounts earlier) {
        Map<String, Long> rules = new TreeMap<>();
        byRule.forEach(
                (rule, count) -> {
                    long more = count - earlier.byRule.getOrDefault(rule, 0L);
                    if (more != 0) {
                        rules.put(rule, more);
                    }
                });
        return new QualityCounts(
                rejected - earlier.rejected,
                duplicates - earlier.duplicates,
                redelivered - earlier.redelivered,
                flagged - earlier.flagged,
                late - earlier.late,
                rules);
    }

    /** A text table of the records by rule; empty without records. */
    public String render() {
        if (byRule.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("Quality records by rule");
        new TreeMap<>(byRule).forEach((rule, count) -> table.row(rule, count, ""));
        return table.render();
    }
}
