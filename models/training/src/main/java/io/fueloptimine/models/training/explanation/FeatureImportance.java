package io.fueloptimine.models.training.explanation;

/**
 * How much one feature moves a model's expectation.
 *
 * @param feature its name
 * @param column where it stands among the features, from 0
 * @param meanAbsoluteL mean of its contributions without their sign, L
 */
public record FeatureImportance(String feature, int column, double meanAbsoluteL) {}
