package io.fueloptimine.models.drift;

/**
 * A detected change of the mean.
 *
 * @param meanBefore the mean of the dropped samples
 * @param meanAfter the mean of the remaining samples
 * @param samplesBefore the number of dropped samples
 * @param samplesAfter the number of remaining samples
 */
public record MeanChange(
        double meanBefore, double meanAfter, long samplesBefore, long samplesAfter) {}
