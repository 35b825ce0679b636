/**
 * The expectations that rules may have. Each is a record with its keys in suite files, its
 * description and, for single readings, its check. Begin at {@link
 * io.fueloptimine.models.quality.expectation.ExpectationKind}.
 *
 * <p>Window expectations are only described here; {@code WindowStatistics} evaluates them.
 */
package io.fueloptimine.models.quality.expectation;
