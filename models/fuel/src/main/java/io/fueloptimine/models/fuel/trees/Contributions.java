package io.fueloptimine.models.fuel.trees;

/**
 * The contributions of the features to one prediction, in its unit. Immutable by convention: the
 * array is not copied.
 *
 * @param base the prediction when no feature is known
 * @param byFeature one per feature, in the order of the model; with the base they add up to the
 *     prediction
 */
public record Contributions(double base, double[] byFeature) {}
