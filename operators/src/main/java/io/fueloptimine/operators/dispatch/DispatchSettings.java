package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.AssignerSettings;
import io.fueloptimine.models.dispatch.PlannerSettings;
import io.fueloptimine.models.mine.CheckedSettings;
import io.fueloptimine.models.mine.Setting;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** The settings of dispatch. */
public record DispatchSettings(
        @Setting(meaning = "The plan of the fleet") PlannerSettings planner,
        @Setting(meaning = "The assignment of single trucks") AssignerSettings assigner,
        @Setting(
                        unit = "s of event time",
                        min = 10,
                        max = 86_400,
                        meaning = "Longest time between two plans")
                long planEveryS,
        @Setting(
                        unit = "s of event time",
                        min = 1,
                        max = 86_400,
                        meaning =
                                "Shortest time between two plans; triggers in between wait for its"
                                        + " end")
                long planSpacingS,
        @Setting(
                        unit = "s of event time",
                        min = 0,
                        max = 86_400,
                        meaning =
                                "Time after the start at which the first plan is made, if not every"
                                        + " truck has reported before")
                long startAfterS,
        @Setting(
                        unit = "s of event time",
                        min = 60,
                        max = 604_800,
                        meaning = "A truck that has not reported for this long is not planned")
                long silentAfterS,
        @Setting(
                        unit = "% of weight",
                        min = 0,
                        max = 20,
                        meaning = "Rolling resistance that wet roads add")
                double wetRoadResistancePct,
        @Setting(
                        unit = "plans",
                        min = 1,
                        max = 100,
                        meaning = "Plans that may be solved or wait to be solved at the same time")
                int plansInFlight,
        @Setting(
                        unit = "ms of wall-clock time",
                        min = 100,
                        max = 600_000,
                        meaning =
                                "Time after which fixed truck-shovel pairs are used instead of the"
                                        + " solver's plan")
                long solverTimeoutMs)
        implements Serializable, CheckedSettings {

    /**
     * The default settings: a new plan every ten minutes; wet roads add 1.5 percentage points of
     * rolling resistance.
     */
    public static final DispatchSettings DEFAULT =
            new DispatchSettings(
                    PlannerSettings.DEFAULT,
                    AssignerSettings.DEFAULT,
                    10 * 60,
                    60,
                    60,
                    2 * 60 * 60,
                    1.5,
                    4,
                    20_000);

    /** The defaults. */
    public static DispatchSettings defaults() {
        return DEFAULT;
    }

    /** A copy of the settings with another maximum time between two plans, s. */
    public DispatchSettings withPlanEveryS(long newPlanEveryS) {
        return new DispatchSettings(
                planner,
                assigner,
                newPlanEveryS,
                planSpacingS,
                startAfterS,
                silentAfterS,
                wetRoadResistancePct,
                plansInFlight,
                solverTimeoutMs);
    }

    @Override
    public List<String> faults() {
        return planEveryS >= planSpacingS
                ? List.of()
                : List.of(
                        String.format(
                                Locale.ROOT,
                                "planEveryS is %d, expected planSpacingS, %d, or more",
                                planEveryS,
                                planSpacingS));
    }
}
