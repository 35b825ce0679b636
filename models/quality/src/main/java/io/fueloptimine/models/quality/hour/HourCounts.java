package io.fueloptimine.models.quality.hour;

import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.quality.QualityRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the messages of one machine in one hour. Mutable state type; fields are public for Flink's
 * POJO serializer.
 */
public final class HourCounts {

    private static final Comparator<Map.Entry<String, Long>> MOST_THEN_FIRST =
            Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey());

    public long valid;
    public long duplicates;
    public long flagged;
    public long late;

    /** The number of messages that each rule rejected. */
    public Map<String, Long> rejectedByRule = new HashMap<>();

    /** Whether the counts were emitted since they last changed. */
    public boolean emitted;

    /** Used by Flink's POJO serializer. */
    public HourCounts() {}

    public void addValid() {
        emitted = false;
        valid++;
    }

    public void add(QualityRecord record) {
        emitted = false;
        switch (record.verdict()) {
            case REJECTED -> rejectedByRule.merge(String.valueOf(record.rule()), 1L, Long::sum);
            case DUPLICATE -> duplicates++;
            case FLAGGED -> flagged++;
            case LATE -> late++;
        }
    }

    public void add(HourCounts other) {
        emitted = false;
        valid += other.valid;
        duplicates += other.duplicates;
        flagged += other.flagged;
        late += other.late;
        other.rejectedByRule.forEach((rule, count) -> rejectedByRule.merge(rule, count, Long::sum));
    }

    public QualityHour toHour(String site, String machineId, Instant hourStart) {
        Map.Entry<String, Long> worst =
                rejectedByRule.entrySet().stream().min(MOST_THEN_FIRST).orElse(null);
        return new QualityHour(
                site,
                machineId,
                hourStart,
                valid,
                rejectedByRule.values().stream().mapToLong(Long::longValue).sum(),
                duplicates,
                flagged,
                late,
                worst == null ? null : worst.getKey(),
                worst == null ? 0 : worst.getValue());
    }
}
