package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.input.CheckedSettings;
import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** When plans are requested, and for which trucks and roads. */
public record FleetSettings(
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
                double wetRoadResistancePct)
        implements Serializable, CheckedSettings {

    /**
     * The default settings: a new plan every ten minutes; wet roads add 1.5 percentage points of
     * rolling resistance.
     */
    public static final FleetSettings DEFAULT =
            new FleetSettings(10 * 60, 60, 60, 2 * 60 * 60, 1.5);

    /** The defaults. */
    public static FleetSettings defaults() {
        return DEFAULT;
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
