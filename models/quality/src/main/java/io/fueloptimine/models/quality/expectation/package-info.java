/**
 * The expectations that rules may have. Each expectation is a record with a description; an
 * expectation of single readings also has a check. Begin with {@link
 * io.fueloptimine.models.quality.expectation.ExpectationKind}.
 *
 * <p>This package only describes window expectations; {@code WindowStatistics} evaluates them.
 */
package io.fueloptimine.models.quality.expectation;
