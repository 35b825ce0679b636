package io.fueloptimine.models.drift.distribution;

/**
 * One feature of a window against its reference.
 *
 * @param feature the name of the feature
 * @param shift how far the distributions are apart
 * @param counts the number of rows in each bin of the reference; not copied
 */
public record FeatureShift(String feature, DistributionShift shift, long[] counts) {}
