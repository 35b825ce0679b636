package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/** Expects the machine's clock to be at most a number of seconds ahead of its site's clock. */
public record ClockNotAhead(double maxAheadS) implements ReadingExpectation {

    static ClockNotAhead read(SuiteNode node, Set<ReadingStream> streams) {
        return new ClockNotAhead(node.positive("max_ahead_s"));
    }

    @Override
    public String field() {
        return "time";
    }

    @Override
    public String expected() {
        return "at most " + ValueText.plain(maxAheadS) + " s ahead of the site's clock";
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
        return (reading, aheadS, memory) ->
                aheadS > maxAheadS ? ValueText.plain(aheadS) + " s ahead" : null;
    }
}
