/**
 * Retraining of the fuel model. This package reads requests and fuel windows, lets {@code
 * models/training} train a candidate and compare it with the champion, and registers, promotes and
 * announces the candidate. Begin at {@link io.fueloptimine.jobs.training.retraining.RetrainingJob}.
 */
package io.fueloptimine.jobs.training.retraining;
