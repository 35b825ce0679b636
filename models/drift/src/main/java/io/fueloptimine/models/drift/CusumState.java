package io.fueloptimine.models.drift;

/**
 * The state of {@link Cusum}.
 *
 * @param samples the number of samples since the last change
 * @param total the sum of these samples
 * @param rise the evidence that the mean is higher than the target
 * @param fall the evidence that the mean is lower
 */
public record CusumState(long samples, double total, Evidence rise, Evidence fall) {

    /** No samples. */
    public static final CusumState EMPTY = new CusumState(0, 0, Evidence.NONE, Evidence.NONE);
}
