package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/**
 * Expects a column's value to change within a number of seconds, optionally only while another
 * column shows that the machine is active. A value that remains unchanged is reported once per
 * {@code maxStuckS}.
 *
 * @param maxStuckS the longest time, s
 * @param whileColumn the column that must be at least {@code whileMin} for the expectation to
 *     apply; null when it always applies
 * @param whileMin the smallest value of {@code whileColumn}; null without one
 */
public record NotStuck(String column, double maxStuckS, String whileColumn, Double whileMin)
        implements ReadingExpectation {

    static NotStuck read(SuiteNode node, Set<ReadingStream> streams) {
        boolean hasWhile = node.has("while_column") || node.has("while_min");
        NotStuck stuck =
                new NotStuck(
                        node.column("column", streams),
                        node.positive("max_stuck_s"),
                        hasWhile ? node.numberColumn("while_column", streams) : null,
                        node.number("while_min"));
        if (hasWhile && !node.has("while_min")) {
            node.fault("while_min: expected a number with while_column");
        }
        return stuck;
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        String always = "another value within " + ValueText.plain(maxStuckS) + " s";
        return whileColumn == null
                ? always
                : always + " of " + whileColumn + " at least " + ValueText.plain(whileMin);
    }

    @Override
    public boolean isStateful() {
        return true;
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
        ReadingField field = ReadingField.of(stream, column);
        ReadingField activity = whileColumn == null ? null : ReadingField.of(stream, whileColumn);
        long limitMs = Math.round(maxStuckS * 1_000);
        return (reading, aheadS, memory) -> {
            Object value = field.valueIn(reading);
            if (value == null) {
                return null;
            }
            boolean active = activity == null || reaches(activity.valueIn(reading));
            long millis = reading.time().toEpochMilli();
            long stuckMs =
                    memory.unchanged().stuckMs(RecentValues.digest(value), millis, active, limitMs);
            return stuckMs == 0 ? null : describe(value, stuckMs);
        };
    }

    private boolean reaches(Object value) {
        return value != null && ((Number) value).doubleValue() >= whileMin;
    }

    private static String describe(Object value, long stuckMs) {
        return ValueText.of(value) + " for " + ValueText.plain(stuckMs / 1_000.0) + " s";
    }
}
