package io.fueloptimine.models.fuel.trees;

/**
 * What each feature adds to one prediction, in the prediction's unit. Immutable by convention: the
 * array is not copied.
 *
 * @param base what the model expects of a row of which nothing is known
 * @param byFeature one a feature, in the model's order; with the base they add up to the prediction
 */
public record Contributions(double base, double[] byFeature) {}
