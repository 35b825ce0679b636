/**
 * Why a model expects what it expects. Begin at {@link
 * io.fueloptimine.models.training.explanation.Explanation}.
 */
package io.fueloptimine.models.training.explanation;
