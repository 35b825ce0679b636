package io.fueloptimine.models.drift;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/**
 * The settings of {@link PageHinkley}, in the unit of the samples.
 *
 * <p>The constructor throws an {@link IllegalArgumentException} for a value out of range.
 */
public record PageHinkleySettings(
        @Setting(
                        unit = "samples' unit",
                        min = 0,
                        max = 1e6,
                        meaning = "Distance from the mean so far that is no change")
                double tolerance,
        @Setting(
                        unit = "samples' unit x samples",
                        min = 1e-9,
                        max = 1e9,
                        meaning = "Rise of the sum above its lowest value that is a change")
                double threshold,
        @Setting(
                        unit = "samples",
                        min = 1,
                        max = 100_000,
                        meaning = "Fewest samples from which a mean is taken")
                int minSamples)
        implements Serializable {

    public PageHinkleySettings {
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance must be 0 or more, was " + tolerance);
        }
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("threshold must be above 0, was " + threshold);
        }
        if (minSamples < 1) {
            throw new IllegalArgumentException("minSamples must be 1 or more, was " + minSamples);
        }
    }
}
