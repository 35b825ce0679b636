package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/** Expects two columns to be equal. */
public record PairEqual(String columnA, String columnB) implements ReadingExpectation {

    static PairEqual read(SuiteNode node, Set<ReadingStream> streams) {
        return new PairEqual(node.column("column_A", streams), node.column("column_B", streams));
    }

    @Override
    public String field() {
        return columnA;
    }

    @Override
    public String expected() {
        return "the same as " + columnB;
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
        return new PairCheck(
                stream,
                columnA,
                columnB,
                (a, b) -> {
                    String textA = ValueText.of(a);
                    String textB = ValueText.of(b);
                    return textA.equals(textB) ? null : textA + ", " + textB;
                });
    }
}
