package io.fueloptimine.models.drift.distribution;

import io.fueloptimine.models.drift.distribution.DistributionShift.Limits;
import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;
import java.time.Duration;

/**
 * When the features of live windows are compared with the training data, and from when they have
 * drifted. The constructor throws an {@link IllegalArgumentException} for settings that do not fit
 * together.
 */
public record DataDriftSettings(
        @Setting(
                        unit = "windows of a machine class",
                        min = 1,
                        max = 1e6,
                        meaning =
                                "Windows after which a machine class is compared with the training"
                                        + " data, at the next full hour")
                int everyWindows,
        @Setting(
                        unit = "h of event time",
                        min = 1,
                        max = 168,
                        meaning = "Longest time between two comparisons of a machine class")
                int everyH,
        @Setting(
                        unit = "h of event time",
                        min = 1,
                        max = 168,
                        meaning =
                                "Time of the compared windows. The shape of a distribution is"
                                        + " judged only when they span this time, because a part of a day"
                                        + " is never like a day")
                int spanH,
        @Setting(
                        unit = "share of the features",
                        min = 0.01,
                        max = 1,
                        meaning =
                                "Share of drifted features from which a machine class has drifted")
                double driftedShare,
        @Setting(meaning = "From when a feature has drifted") Limits distributions)
        implements Serializable {

    /**
     * The defaults: a comparison of the newest day every six hours, or at the next full hour after
     * 2,000 windows.
     */
    public static final DataDriftSettings DEFAULT =
            new DataDriftSettings(2_000, 6, 24, 0.2, Limits.DEFAULT);

    /** Time of the compared windows. */
    public Duration span() {
        return Duration.ofHours(spanH);
    }
}
