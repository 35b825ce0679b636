package io.fueloptimine.jobs.local;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the quality topic and the late topic say so far. Immutable.
 *
 * @param rejected messages rejected
 * @param duplicates repeats that the sender made
 * @param redelivered repeats that the broker made
 * @param flagged messages flagged
 * @param late readings too late for their window
 * @param byRule how often each rule spoke, as {@code verdict rule}
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
    long total() {
        return rejected + duplicates + redelivered + flagged + late;
    }

    /** What was said since an earlier moment. */
    QualityCounts since(QualityCounts earlier) {
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

    /** A table of the rules that spoke; empty when none did. */
    String render() {
        if (byRule.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("Rules that spoke");
        new TreeMap<>(byRule).forEach((rule, count) -> table.row(rule, count, ""));
        return table.render();
    }
}
