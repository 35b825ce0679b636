package io.fueloptimine.models.drift;

/**
 * The state of {@link Cusum} and of {@link PageHinkley}.
 *
 * @param samples the number of samples since the last change
 * @param total the sum of these samples
 * @param rise the evidence that the mean has risen
 * @param fall the evidence that the mean has fallen
 */
public record SumsState(long samples, double total, Evidence rise, Evidence fall) {

    /** No samples. */
    public static final SumsState EMPTY = new SumsState(0, 0, Evidence.NONE, Evidence.NONE);
}
