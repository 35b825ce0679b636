package io.fueloptimine.models.drift;

/**
 * A change that a detector found: what it forgot and what it kept.
 *
 * @param meanBefore mean of the samples it forgot
 * @param meanAfter mean of the samples it kept
 * @param samplesBefore how many it forgot
 * @param samplesAfter how many it kept
 */
public record MeanChange(
        double meanBefore, double meanAfter, long samplesBefore, long samplesAfter) {}
