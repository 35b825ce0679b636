package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/**
 * Expects each reading of a machine's stream to have another value in a column than the readings
 * before. Only the latest distinct values are compared. A message that the broker redelivers is not
 * a second reading.
 *
 * @param over the number of distinct values that are kept
 */
public record Unique(String column, int over) implements ReadingExpectation {

    static final int DEFAULT_OVER = 1_000;
    static final int MAX_OVER = 10_000;

    static Unique read(SuiteNode node, Set<ReadingStream> streams) {
        return new Unique(
                node.column("column", streams), node.whole("over", DEFAULT_OVER, MAX_OVER));
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return "a value not among the last " + over;
    }

    @Override
    public boolean isStateful() {
        return true;
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
        ReadingField field = ReadingField.of(stream, column);
        return new ReadingCheck() {
            @Override
            public boolean appliesTo(Reading reading) {
                return field.valueIn(reading) != null;
            }

            @Override
            public String violation(Reading reading, double aheadS, RuleState memory) {
                Object value = field.valueIn(reading);
                if (value == null) {
                    return null;
                }
                long digest = RecentValues.digest(value);
                long millis = reading.time().toEpochMilli();
                return memory.recent().isRepeated(digest, millis, over)
                        ? ValueText.of(value)
                        : null;
            }
        };
    }
}
