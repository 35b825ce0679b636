package io.fueloptimine.models.drift;

import io.fueloptimine.models.mine.input.Setting;
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
                int bucketsPerRow,
        @Setting(
                        unit = "samples",
                        min = 1,
                        max = 10_000,
                        meaning = "Samples between two tests of the window")
                int clock,
        @Setting(
                        unit = "samples",
                        min = 0,
                        max = 100_000,
                        meaning = "Windows with no more samples than this are not tested")
                int grace,
        @Setting(meaning = "What is dropped at a change: the paper's way, or the worst border")
                AdwinCut cut)
        implements Serializable {

    public AdwinSettings {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("delta must be between 0 and 1, was " + delta);
        }
        requireAtLeast(1, minPart, "minPart");
        requireAtLeast(2, bucketsPerRow, "bucketsPerRow");
        requireAtLeast(1, clock, "clock");
        requireAtLeast(0, grace, "grace");
        if (cut == null) {
            throw new IllegalArgumentException(
                    "cut must be OLDEST_BUCKET or WORST_BORDER, was null");
        }
    }

    /** Tests after each sample and drops everything before the worst border. */
    public AdwinSettings(double delta, int minPart, int bucketsPerRow) {
        this(delta, minPart, bucketsPerRow, 1, 0, AdwinCut.WORST_BORDER);
    }

    private static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(
                    name + " must be " + least + " or more, was " + value);
        }
    }
}
