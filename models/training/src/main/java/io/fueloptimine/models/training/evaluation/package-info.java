/**
 * Accuracy of expected litres, with confidence intervals. {@link
 * io.fueloptimine.models.training.evaluation.Evaluator} evaluates one predictor, {@link
 * io.fueloptimine.models.training.evaluation.PairedComparison} compares two. The package does not
 * depend on the kind of predictor.
 */
package io.fueloptimine.models.training.evaluation;
