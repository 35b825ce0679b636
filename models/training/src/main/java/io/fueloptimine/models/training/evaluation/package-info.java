/**
 * How good expected litres are, with how sure that is. Begin at {@link
 * io.fueloptimine.models.training.evaluation.Evaluator}; {@link
 * io.fueloptimine.models.training.evaluation.PairedComparison} says whether one model is better
 * than another. Nothing here knows what made the predictions.
 */
package io.fueloptimine.models.training.evaluation;
