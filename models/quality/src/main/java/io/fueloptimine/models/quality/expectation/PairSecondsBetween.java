package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.ReadingStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** From one column's time to another's it is so many seconds. */
public record PairSecondsBetween(String columnA, String columnB, Range range)
        implements ReadingExpectation {

    static PairSecondsBetween read(RuleNode node, Set<ReadingStream> streams) {
        return new PairSecondsBetween(
                node.timeColumn("column_A", streams),
                node.timeColumn("column_B", streams),
                Range.read(node));
    }

    @Override
    public String field() {
        return columnA;
    }

    @Override
    public String expected() {
        return range.words() + " s until " + columnB;
    }

    @Override
    public Check check(ReadingStream stream) {
        return new PairCheck(
                stream,
                columnA,
                columnB,
                (from, to) -> {
                    long millis = Duration.between((Instant) from, (Instant) to).toMillis();
                    double seconds = millis / 1_000.0;
                    return range.contains(seconds) ? null : ValueText.plain(seconds) + " s";
                });
    }
}
