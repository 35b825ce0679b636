package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.Reading;

/** An expectation made ready to look at the readings of one stream. Not thread-safe. */
public interface Check {

    /**
     * What the reading shows that breaks the expectation, as text; null when it keeps it or says
     * nothing about it.
     *
     * @param clockAheadS how far the reading is ahead of its site's clock, s
     * @param memory what is remembered of this rule and machine, changed by the call; may be null
     *     where {@link ReadingExpectation#remembers} is false
     */
    String breach(Reading reading, double clockAheadS, RuleMemory memory);

    /** Whether the reading says anything about the expectation. */
    default boolean judges(Reading reading) {
        return true;
    }
}
