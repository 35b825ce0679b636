package io.fueloptimine.models.training.explanation;

/**
 * The importance of one feature.
 *
 * @param feature the name of the feature
 * @param column the index of the feature, from 0
 * @param meanAbsoluteL mean absolute contribution, L
 */
public record FeatureImportance(String feature, int column, double meanAbsoluteL) {}
