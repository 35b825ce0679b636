/**
 * Drift: lasting changes of machines' residuals, and the request for a new model when the fleet has
 * drifted. Begin at {@link io.fueloptimine.operators.drift.DetectDrift}.
 */
package io.fueloptimine.operators.drift;
