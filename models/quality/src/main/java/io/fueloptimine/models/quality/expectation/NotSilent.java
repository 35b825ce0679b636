package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.ReadingStream;
import java.util.Set;

/** A machine that spoke is not silent on that stream for longer than so many seconds. */
public record NotSilent(double maxSilenceS) implements WindowExpectation {

    static NotSilent read(RuleNode node, Set<ReadingStream> streams) {
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

    /** The silence itself, in whole seconds. */
    @Override
    public long windowS() {
        return Math.max(1, Math.round(maxSilenceS));
    }
}
