package io.fueloptimine.models.drift;

/**
 * A detected change of the mean. The estimated change point lies {@code samplesAfter} samples
 * before the end of the stream: the sample with that distance is the first one after the change.
 *
 * @param meanBefore the mean of the samples before the change
 * @param meanAfter the mean of the samples after the change
 * @param samplesBefore the number of samples before the change that the detector knew
 * @param samplesAfter the number of samples after the change, the newest included
 */
public record MeanChange(
        double meanBefore, double meanAfter, long samplesBefore, long samplesAfter) {

    /** The mean after the change minus the mean before it. */
    public double shift() {
        return meanAfter - meanBefore;
    }

    /** Whether the mean has risen. */
    public boolean isRise() {
        return meanAfter > meanBefore;
    }
}
