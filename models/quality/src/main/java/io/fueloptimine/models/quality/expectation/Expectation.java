package io.fueloptimine.models.quality.expectation;

import java.io.Serializable;

/**
 * What a rule expects: of each reading, alone or compared with the machine's history ({@link
 * ReadingExpectation}), or of a time window ({@link WindowExpectation}). Immutable.
 */
public sealed interface Expectation extends Serializable
        permits ReadingExpectation, WindowExpectation {

    /** The field that a quality record names. */
    String field();

    /** A description of valid values. */
    String expected();
}
