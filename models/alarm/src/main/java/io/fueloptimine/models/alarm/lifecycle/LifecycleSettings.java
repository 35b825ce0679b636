package io.fueloptimine.models.alarm.lifecycle;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/** The times of the life-cycle of alarms. */
public record LifecycleSettings(
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 10_080,
                        meaning = "The longest time for which a person can shelve an alarm")
                int maxShelveMin,
        @Setting(
                        unit = "min",
                        min = 0,
                        max = 10_080,
                        meaning =
                                "Time after which the severity of an alarm without acknowledgement"
                                        + " is raised by one step; 0 for never")
                int escalateMin,
        @Setting(
                        unit = "min",
                        min = 0,
                        max = 1_440,
                        meaning =
                                "Time for which the condition must be less severe before the"
                                        + " severity of its alarm is lowered")
                int deescalateMin,
        @Setting(
                        unit = "min",
                        min = 0,
                        max = 1_440,
                        meaning =
                                "Time after clearing within which a condition that returns continues"
                                        + " its unacknowledged alarm instead of raising a new one")
                int returnMin)
        implements Serializable {

    /** The defaults. */
    public static final LifecycleSettings DEFAULT = new LifecycleSettings(720, 240, 10, 10);
}
