/**
 * Detects lasting changes of machines' residuals, and requests a new model when the fleet has
 * drifted. Begin with {@link io.fueloptimine.operators.drift.DetectDrift}.
 */
package io.fueloptimine.operators.drift;
