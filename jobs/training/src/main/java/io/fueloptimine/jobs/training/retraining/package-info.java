/**
 * The loop from a request for a new model to a champion: requests are heard, windows read, a
 * candidate is trained and compared ({@code models/training}), filed, promoted and announced. Begin
 * at {@link io.fueloptimine.jobs.training.retraining.RetrainingJob}.
 */
package io.fueloptimine.jobs.training.retraining;
