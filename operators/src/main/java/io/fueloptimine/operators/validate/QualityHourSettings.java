package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/** The settings for counting data quality by hour. */
public record QualityHourSettings(
        @Setting(
                        unit = "min of event time",
                        min = 1,
                        max = 60,
                        meaning = "Time between two results for hours that changed")
                int emitEveryMin,
        @Setting(
                        unit = "h of event time",
                        min = 1,
                        max = 720,
                        meaning = "Time for which an hour can still change after its end")
                int memoryH,
        @Setting(
                        unit = "min of event time",
                        min = 1,
                        max = 1_440,
                        meaning =
                                "A message whose time is further ahead of the site counts in the"
                                        + " site's current hour")
                int maxAheadMin)
        implements Serializable {

    /** The defaults. */
    public static final QualityHourSettings DEFAULT = new QualityHourSettings(5, 24, 60);
}
