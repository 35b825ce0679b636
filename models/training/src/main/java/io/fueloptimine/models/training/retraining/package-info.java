/**
 * Retraining: which part of a mine's recent history still holds, what a model learnt from it is
 * evaluations beside the champion, and what should become of it. Begin at {@link
 * io.fueloptimine.models.training.retraining.Retraining}.
 */
package io.fueloptimine.models.training.retraining;
