package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.Reading;

/** Checks the readings of one stream against one expectation. Not thread-safe. */
public interface ReadingCheck {

    /**
     * What the reading shows that violates the expectation, as text; null when it satisfies the
     * expectation or has no value for it.
     *
     * @param clockAheadS how far the reading is ahead of its site's clock, s
     * @param memory the rule's state for the machine, updated by the call; may be null when {@link
     *     ReadingExpectation#isStateful} is false
     */
    String violation(Reading reading, double clockAheadS, RuleState memory);

    /** Whether the reading has a value that the expectation applies to. */
    default boolean appliesTo(Reading reading) {
        return true;
    }
}
