package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Expects the time from one column to another, s, to be in a range. */
public record PairSecondsBetween(String columnA, String columnB, Range range)
        implements ReadingExpectation {

    static PairSecondsBetween read(SuiteNode node, Set<ReadingStream> streams) {
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
        return range.describe() + " s until " + columnB;
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
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
