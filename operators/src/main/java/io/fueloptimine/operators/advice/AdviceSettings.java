package io.fueloptimine.operators.advice;

import io.fueloptimine.models.dispatch.idle.ShutdownSettings;
import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/**
 * Which advice is given. A lever whose saving was not shown by {@code fuel compare --levers} is off
 * by default.
 */
public record AdviceSettings(
        @Setting(
                        unit = "1: yes, 0: no",
                        min = 0,
                        max = 1,
                        meaning =
                                "Whether drivers of waiting trucks are advised to switch engines off")
                int engineShutdown,
        @Setting(
                        unit = "1: yes, 0: no",
                        min = 0,
                        max = 1,
                        meaning =
                                "Whether operators of loading units are sent how their loads differ"
                                        + " from the nominal payload; no saving was measured")
                int payloadCoaching,
        @Setting(
                        unit = "1: yes, 0: no",
                        min = 0,
                        max = 1,
                        meaning =
                                "Whether machines and operators whose consumption stands out are"
                                        + " ranked; it is information, not a lever")
                int consumptionOutliers,
        @Setting(
                        unit = "shifts",
                        min = 2,
                        max = 200,
                        meaning = "Number of the newest shifts from which consumption is ranked")
                int rankedShifts,
        @Setting(meaning = "When an engine is to be switched off") ShutdownSettings shutdown)
        implements Serializable {

    /** The defaults. */
    public static final AdviceSettings DEFAULT =
            new AdviceSettings(1, 0, 1, 28, ShutdownSettings.DEFAULT);

    boolean advisesShutdown() {
        return engineShutdown == 1;
    }

    boolean coachesPayload() {
        return payloadCoaching == 1;
    }

    boolean ranksConsumption() {
        return consumptionOutliers == 1;
    }
}
