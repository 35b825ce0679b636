package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.time.Instant;
import java.util.Set;

/**
 * Expects one column's value to be greater, or later, than another's.
 *
 * @param orEqual whether equal values are valid
 */
public record PairGreaterThan(String columnA, String columnB, boolean orEqual)
        implements ReadingExpectation {

    static PairGreaterThan read(SuiteNode node, Set<ReadingStream> streams) {
        PairGreaterThan pair =
                new PairGreaterThan(
                        node.column("column_A", streams),
                        node.column("column_B", streams),
                        node.flag("or_equal"));
        node.requireComparable(pair.columnA, pair.columnB, streams);
        return pair;
    }

    @Override
    public String field() {
        return columnA;
    }

    @Override
    public String expected() {
        return "more than " + (orEqual ? "or equal to " : "") + columnB;
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
        return new PairCheck(
                stream,
                columnA,
                columnB,
                (a, b) -> {
                    int order = compare(a, b);
                    boolean kept = order > 0 || orEqual && order == 0;
                    return kept ? null : ValueText.of(a) + ", " + ValueText.of(b);
                });
    }

    private static int compare(Object a, Object b) {
        return a instanceof Instant time
                ? time.compareTo((Instant) b)
                : Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue());
    }
}
