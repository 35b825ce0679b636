package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.ReadingStream;
import java.time.Instant;
import java.util.Set;

/**
 * One column's value is greater than another's, or later.
 *
 * @param orEqual whether equal values will do
 */
public record PairInOrder(String columnA, String columnB, boolean orEqual)
        implements ReadingExpectation {

    static PairInOrder read(RuleNode node, Set<ReadingStream> streams) {
        PairInOrder pair =
                new PairInOrder(
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
    public Check check(ReadingStream stream) {
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
