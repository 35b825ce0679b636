package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.Reading;

/** Checks the readings of one stream against one expectation. Not thread-safe. */
public interface ReadingCheck {

    /**
     * Describes what in the reading violates the expectation; null when the reading satisfies the
     * expectation or has no value for it.
     *
     * @param clockAheadS how far the reading's time is ahead of its site's clock, s
     * @param memory the rule's state for the machine, updated by the call; may be null when {@link
     *     ReadingExpectation#isStateful} is false
     */
    String violation(Reading reading, double clockAheadS, RuleState memory);

    /** Whether the reading has a value to which the expectation applies. */
    default boolean appliesTo(Reading reading) {
        return true;
    }
}
