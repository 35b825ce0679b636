package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.AdwinSettings;
import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/**
 * The settings that determine when the residuals of a machine have drifted.
 *
 * <p>ADWIN assumes values between 0 and 1, and its result depends on the scale of the values. When
 * {@code scaleRatio} is far below the usual spread of a sample's ratio (0.08 in the simulated
 * mine), only the variance term of ADWIN's bound decides. ADWIN's theorem then does not limit the
 * rate of false drifts; tests measure this rate.
 */
public record DriftSettings(
        @Setting(meaning = "The change detector ADWIN of each machine") AdwinSettings adwin,
        @Setting(
                        unit = "L",
                        min = 0,
                        max = 50,
                        meaning =
                                "Windows with fewer expected litres are left out, because the"
                                        + " engine hardly ran")
                double minExpectedL,
        @Setting(
                        unit = "L",
                        min = 0.1,
                        max = 1_000,
                        meaning =
                                "Expected litres of one sample of the detector; windows are added"
                                        + " up to it, because the ratio of a window with few"
                                        + " litres is mostly noise")
                double sampleL,
        @Setting(
                        unit = "residual / expected",
                        min = 0.1,
                        max = 10,
                        meaning = "Limit of the detector's input ratio, in both directions")
                double maxRatio,
        @Setting(
                        unit = "residual / expected",
                        min = 0.001,
                        max = 10,
                        meaning = "Ratio that is scaled to 1 for the detector")
                double scaleRatio,
        @Setting(
                        unit = "share of the litres before",
                        min = 0.01,
                        max = 5,
                        meaning =
                                "Smallest change that is a drift: litres for the same work,"
                                        + " relative to those that the truck burnt before;"
                                        + " operators on identical machines differ by 0.10 to"
                                        + " 0.12")
                double minShift,
        @Setting(
                        unit = "samples",
                        min = 1,
                        max = 10_000,
                        meaning = "Samples since the change that the new mean must contain")
                int minSamples)
        implements Serializable {

    /**
     * The default settings, chosen on the simulated mine (78 trucks of the seeds 1 to 3, shifts of
     * 11.5 hours): a wear of 20 % at any of three times was detected in 91 % of the trials, after
     * 38 minutes (median), and no healthy truck had a drift. In 24 hours with a change of the
     * operator, one healthy truck of 78 had one.
     */
    public static final DriftSettings DEFAULT =
            new DriftSettings(new AdwinSettings(0.02, 5, 5), 0.3, 5, 1.0, 0.05, 0.16, 12);
}
