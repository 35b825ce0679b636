package io.fueloptimine.models.quality.expectation;

import java.io.Serializable;

/**
 * What a rule expects: of each reading by itself or in a machine's history ({@link
 * ReadingExpectation}), or of a stretch of time ({@link WindowExpectation}). Immutable.
 */
public sealed interface Expectation extends Serializable
        permits ReadingExpectation, WindowExpectation {

    /** What a quality record names as the field at fault. */
    String field();

    /** What is wanted, in words. */
    String expected();
}
