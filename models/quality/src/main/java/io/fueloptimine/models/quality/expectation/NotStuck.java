package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.ReadingStream;
import java.util.Set;

/**
 * A column does not say the same for longer than so many seconds, while another one shows that the
 * machine works. Told once in each such time.
 *
 * @param maxStuckS the longest time, s
 * @param whileColumn the column that must be at least {@code whileMin}; null for always
 * @param whileMin its smallest value; null without a column
 */
public record NotStuck(String column, double maxStuckS, String whileColumn, Double whileMin)
        implements ReadingExpectation {

    static NotStuck read(RuleNode node, Set<ReadingStream> streams) {
        boolean hasWhile = node.has("while_column") || node.has("while_min");
        NotStuck stuck =
                new NotStuck(
                        node.column("column", streams),
                        node.positive("max_stuck_s"),
                        hasWhile ? node.numberColumn("while_column", streams) : null,
                        node.number("while_min"));
        if (hasWhile && !node.has("while_min")) {
            node.fault("while_min: expected a number beside while_column");
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
    public boolean remembers() {
        return true;
    }

    @Override
    public Check check(ReadingStream stream) {
        ReadingField field = ReadingField.of(stream, column);
        ReadingField works = whileColumn == null ? null : ReadingField.of(stream, whileColumn);
        long limitMs = Math.round(maxStuckS * 1_000);
        return (reading, aheadS, memory) -> {
            Object value = field.valueIn(reading);
            if (value == null) {
                return null;
            }
            boolean counts = works == null || reaches(works.valueIn(reading));
            long millis = reading.time().toEpochMilli();
            long stuckMs = memory.run().stuckMs(SeenValues.digest(value), millis, counts, limitMs);
            return stuckMs == 0 ? null : words(value, stuckMs);
        };
    }

    private boolean reaches(Object value) {
        return value != null && ((Number) value).doubleValue() >= whileMin;
    }

    private static String words(Object value, long stuckMs) {
        return ValueText.of(value) + " for " + ValueText.plain(stuckMs / 1_000.0) + " s";
    }
}
