package io.fueloptimine.models.drift;

/**
 * The evidence of {@link Cusum} or {@link PageHinkley} that the mean has changed in one direction.
 *
 * @param sum the distances beyond the slack, summed up; the sum restarts at 0 whenever it would
 *     fall below
 * @param samples the number of samples since the sum was last 0
 * @param total the sum of these samples
 */
public record Evidence(double sum, long samples, double total) {

    /** No evidence. */
    public static final Evidence NONE = new Evidence(0, 0, 0);
}
