package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/** Expects a machine that has sent on a stream to send again within a number of seconds. */
public record NotSilent(double maxSilenceS) implements WindowExpectation {

    static NotSilent read(SuiteNode node, Set<ReadingStream> streams) {
        return new NotSilent(node.positive("max_silence_s"));
    }

    @Override
    public String field() {
        return "time";
    }

    @Override
    public String expected() {
        return "a reading within " + ValueText.plain(maxSilenceS) + " s";
    }

    /** The longest allowed silence, in whole seconds. */
    @Override
    public long windowS() {
        return Math.max(1, Math.round(maxSilenceS));
    }
}
