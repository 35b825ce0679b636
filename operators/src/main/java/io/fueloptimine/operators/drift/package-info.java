/**
 * Drift: machines whose residuals changed for good, and the request for a new model that follows
 * when the fleet is one of them. Begin at {@link io.fueloptimine.operators.drift.DetectDrift}.
 */
package io.fueloptimine.operators.drift;
