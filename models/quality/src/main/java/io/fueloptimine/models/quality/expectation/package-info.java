/**
 * What a rule may expect, a record each that knows its keys in suite files, its words and, where it
 * looks at single readings, its check. Begin at {@link
 * io.fueloptimine.models.quality.expectation.ExpectationKind}.
 *
 * <p>Expectations of windows are only described here; whoever keeps windows evaluates them.
 */
package io.fueloptimine.models.quality.expectation;
