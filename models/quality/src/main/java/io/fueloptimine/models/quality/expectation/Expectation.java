package io.fueloptimine.models.quality.expectation;

import java.io.Serializable;

/**
 * The condition that a validation rule checks. It applies either to single readings, alone or
 * compared with the machine's history ({@link ReadingExpectation}), or to a time window ({@link
 * WindowExpectation}). Immutable.
 */
public sealed interface Expectation extends Serializable
        permits ReadingExpectation, WindowExpectation {

    /** The field that a quality record names as the cause of a violation. */
    String field();

    /** A description of valid values. */
    String expected();
}
