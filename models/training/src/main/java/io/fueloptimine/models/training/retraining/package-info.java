/**
 * Retraining: selects the windows that represent the current state of a mine, trains a candidate,
 * compares it with the champion and decides on the promotion. The main class is {@link
 * io.fueloptimine.models.training.retraining.Retraining}.
 */
package io.fueloptimine.models.training.retraining;
