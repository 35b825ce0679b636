package io.fueloptimine.models.drift;

import io.fueloptimine.models.mine.Setting;
import java.io.Serializable;

/**
 * The settings of {@link Adwin}. Bifet and Gavalda's experiments use a delta of 0.05 to 0.3 on
 * thousands of bits; a delta of 0.002 is common for alarms that people read.
 *
 * <p>The constructor throws an {@link IllegalArgumentException} for a value out of range.
 */
public record AdwinSettings(
        @Setting(
                        unit = "probability",
                        min = 1e-9,
                        max = 0.999,
                        meaning =
                                "Confidence of the test: a smaller value means fewer false drifts"
                                        + " and a later detection of true ones")
                double delta,
        @Setting(
                        unit = "samples",
                        min = 1,
                        max = 1_000,
                        meaning = "Fewest samples on either side of a change")
                int minPart,
        @Setting(
                        unit = "buckets",
                        min = 2,
                        max = 100,
                        meaning =
                                "Buckets of one size before the two oldest are merged, M in the"
                                        + " paper")
                int bucketsPerRow)
        implements Serializable {

    public AdwinSettings {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("delta must be between 0 and 1, was " + delta);
        }
        if (minPart < 1) {
            throw new IllegalArgumentException("minPart must be 1 or more, was " + minPart);
        }
        if (bucketsPerRow < 2) {
            throw new IllegalArgumentException(
                    "bucketsPerRow must be 2 or more, was " + bucketsPerRow);
        }
    }
}
