package io.fueloptimine.models.dispatch.idle;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/** When an engine is to be switched off. */
public record ShutdownSettings(
        @Setting(
                        unit = "s",
                        min = 1,
                        max = 3_600,
                        meaning =
                                "Idling time that costs as much as one stop and start of the engine:"
                                        + " fuel, starter, the time until the truck leaves")
                double restartCostS,
        @Setting(
                        unit = "s",
                        min = 0,
                        max = 3_600,
                        meaning = "Time that an engine idles before it may be switched off")
                double coolDownS,
        @Setting(
                        unit = "expected rest of the wait / restart cost",
                        min = 1,
                        max = 100,
                        meaning = "The advice is given above this gain")
                double leastGain,
        @Setting(
                        unit = "waits",
                        min = 5,
                        max = 10_000,
                        meaning =
                                "Number of the newest waits of a reason from which the rest of a"
                                        + " wait is estimated")
                int knownWaits)
        implements Serializable {

    /** The settings of the jobs: chosen, not measured. */
    public static final ShutdownSettings DEFAULT = new ShutdownSettings(180, 120, 2, 200);
}
