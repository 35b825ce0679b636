package io.fueloptimine.models.drift;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/**
 * The settings of {@link Cusum}, in the unit of the samples. For samples with a standard deviation
 * of one, a slack of 0.5 and a threshold of 5 give about one false alarm in 465 samples (both sides
 * together; Montgomery, Introduction to Statistical Quality Control, section 9.1); each further
 * unit of the threshold makes them about e times rarer.
 *
 * <p>The constructor throws an {@link IllegalArgumentException} for a value out of range.
 */
public record CusumSettings(
        @Setting(
                        unit = "samples' unit",
                        min = -1e6,
                        max = 1e6,
                        meaning = "Mean of the samples without a change")
                double target,
        @Setting(
                        unit = "samples' unit",
                        min = 0,
                        max = 1e6,
                        meaning =
                                "Distance from the target that is no change; half of the shift to"
                                        + " be detected is the best choice")
                double slack,
        @Setting(
                        unit = "samples' unit x samples",
                        min = 1e-9,
                        max = 1e9,
                        meaning = "Sum of the distances beyond the slack that is a change")
                double threshold)
        implements Serializable {

    public CusumSettings {
        ChangeDetector.requireFinite(target);
        if (!(slack >= 0 && slack < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("slack must be 0 or more, was " + slack);
        }
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("threshold must be above 0, was " + threshold);
        }
    }
}
