/**
 * Explains the predictions of a model by the contributions of its features: {@link
 * io.fueloptimine.models.training.explanation.Explanation}.
 */
package io.fueloptimine.models.training.explanation;
