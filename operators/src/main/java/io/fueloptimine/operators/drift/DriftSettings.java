package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.AdwinSettings;
import io.fueloptimine.models.mine.Setting;
import java.io.Serializable;

/**
 * The settings that determine when the residuals of a machine have drifted.
 *
 * <p>ADWIN assumes values between 0 and 1, and its result depends on the scale of the values. When
 * {@code scaleRatio} is far below the usual spread of a window's ratio (0.13 in the simulated
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
                                "Windows with fewer expected litres are left out, because their"
                                        + " ratio is mostly noise")
                double minExpectedL,
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
                        unit = "residual / expected",
                        min = 0.01,
                        max = 5,
                        meaning =
                                "Smallest change of the mean ratio that is a drift; operators on"
                                        + " identical machines differ by 0.10 to 0.12")
                double minShift,
        @Setting(
                        unit = "windows",
                        min = 1,
                        max = 10_000,
                        meaning = "Windows since the change that the new mean must contain")
                int minWindows)
        implements Serializable {

    /**
     * The default settings, chosen on the simulated mine. Of the scales from 0.05 to 0.2 and the
     * deltas 0.002 and 0.02, these values detected a wear of 35 % earliest and reported no drift of
     * 22 healthy trucks in 8 hours.
     */
    public static final DriftSettings DEFAULT =
            new DriftSettings(new AdwinSettings(0.02, 5, 5), 1.5, 1.0, 0.05, 0.18, 15);
}
