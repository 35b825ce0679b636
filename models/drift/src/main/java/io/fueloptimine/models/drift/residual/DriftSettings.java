package io.fueloptimine.models.drift.residual;

import io.fueloptimine.models.drift.AdwinSettings;
import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/**
 * The settings that determine when the residuals of a truck have drifted. Lengths in spreads are
 * multiples of the standard deviation of the truck's own samples, so that the settings do not
 * depend on the accuracy of the model.
 *
 * <p>ADWIN's theorem holds for samples with a range of one. With {@code stepUnit} below the range,
 * mainly the variance term of ADWIN's bound decides, and tests measure the rate of false drifts.
 */
public record DriftSettings(
        @Setting(meaning = "The change detector ADWIN of each truck, for steps")
                AdwinSettings adwin,
        @Setting(
                        unit = "L",
                        min = 0,
                        max = 50,
                        meaning =
                                "Windows with fewer expected litres are left out, because the"
                                        + " engine hardly ran")
                double minExpectedL,
        @Setting(
                        unit = "windows",
                        min = 1,
                        max = 1_000,
                        meaning =
                                "Windows of one sample; the ratio of a single window is mostly"
                                        + " noise")
                int sampleWindows,
        @Setting(
                        unit = "residual / expected",
                        min = 0.1,
                        max = 10,
                        meaning = "Limit of a window's ratio, in both directions")
                double maxRatio,
        @Setting(
                        unit = "residual / expected",
                        min = 0.001,
                        max = 10,
                        meaning =
                                "Standard deviation of a sample that is assumed before the truck's"
                                        + " own is known; it counts as 24 samples")
                double usualSpread,
        @Setting(
                        unit = "spreads",
                        min = 0.5,
                        max = 100,
                        meaning = "Largest distance of a sample from its reference that counts")
                double boundSpreads,
        @Setting(
                        unit = "spreads",
                        min = 0.01,
                        max = 100,
                        meaning = "Distance that is one unit of ADWIN's samples")
                double stepUnit,
        @Setting(
                        unit = "share of the litres before",
                        min = 0.01,
                        max = 5,
                        meaning =
                                "Smallest step that is a drift: litres for the same work, relative"
                                        + " to those that the truck burnt before; operators on"
                                        + " identical machines differ by 0.10 to 0.12")
                double minShift,
        @Setting(
                        unit = "samples",
                        min = 1,
                        max = 10_000,
                        meaning = "Samples since the step that the new mean must contain")
                int minSamples,
        @Setting(
                        unit = "samples",
                        min = 2,
                        max = 10_000,
                        meaning =
                                "Samples of a truck with one operator after which wear is looked"
                                        + " for")
                int minReference,
        @Setting(
                        unit = "samples",
                        min = 2,
                        max = 100_000,
                        meaning = "Samples of a truck with one operator that its reference means")
                int maxReference,
        @Setting(
                        unit = "spreads",
                        min = 0,
                        max = 10,
                        meaning = "Distance from the reference that is no wear")
                double wearSlack,
        @Setting(
                        unit = "spreads x samples",
                        min = 1,
                        max = 1_000,
                        meaning = "Sum of the distances beyond the slack that is wear")
                double wearThreshold,
        @Setting(
                        unit = "residual / expected",
                        min = 0.001,
                        max = 5,
                        meaning = "Smallest change of the ratio that is reported as wear")
                double minWear)
        implements Serializable {

    /** The default settings, chosen on the seeds 1 to 8 of the simulated mine. */
    public static final DriftSettings DEFAULT =
            new DriftSettings(
                    new AdwinSettings(0.05, 4, 5),
                    0.3,
                    5,
                    1.0,
                    0.07,
                    3,
                    0.25,
                    0.16,
                    9,
                    8,
                    300,
                    0.25,
                    24,
                    0.03);
}
