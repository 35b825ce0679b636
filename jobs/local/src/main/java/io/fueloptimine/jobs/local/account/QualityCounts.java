package io.fueloptimine.jobs.local.account;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of the records in the quality topic and the late topic. Immutable.
 *
 * @param rejected messages that job ingest rejected
 * @param duplicates repeated messages that the machine sent twice
 * @param redelivered repeated messages that the broker delivered twice
 * @param flagged messages that were accepted although they violate a rule
 * @param late readings that arrived too late for their window
 * @param byRule number of records by verdict and rule, separated by a blank
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

    /** The number of all records. */
    public long total() {
        return rejected + duplicates + redelivered + flagged + late;
    }

    /** The difference between these counts and earlier counts. */
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

    /** Formats the number of records by rule as a text table; empty if there are no records. */
    public String render() {
        if (byRule.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("Quality records by rule");
        new TreeMap<>(byRule).forEach((rule, count) -> table.row(rule, count, ""));
        return table.render();
    }
}
