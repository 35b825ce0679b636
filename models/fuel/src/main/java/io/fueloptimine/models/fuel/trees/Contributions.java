package io.fueloptimine.models.fuel.trees;

/**
 * The contributions of the features to one prediction, in the unit of the prediction. Immutable by
 * convention: the array is not copied.
 *
 * @param base the prediction when no feature is known
 * @param byFeature the contribution of each feature, in the order of the model's features; base and
 *     contributions add up to the prediction
 */
public record Contributions(double base, double[] byFeature) {}
