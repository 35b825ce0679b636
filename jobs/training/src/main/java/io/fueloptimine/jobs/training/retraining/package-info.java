/**
 * Retraining, from a request for a new model to a new champion: requests and windows are read, a
 * candidate is trained and compared with the champion ({@code models/training}), and then
 * registered, promoted and announced. Begin at {@link
 * io.fueloptimine.jobs.training.retraining.RetrainingJob}.
 */
package io.fueloptimine.jobs.training.retraining;
