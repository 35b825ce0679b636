package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.price.PriceSettings;
import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/** The settings of dispatch. */
public record DispatchSettings(
        @Setting(meaning = "The plan of the fleet") PlannerSettings planner,
        @Setting(meaning = "The assignment of single trucks") AssignerSettings assigner,
        @Setting(meaning = "When plans are made, and for which trucks") FleetSettings fleet,
        @Setting(meaning = "How prices of trips follow from residuals") PriceSettings prices,
        @Setting(
                        unit = "ms of wall-clock time",
                        min = 100,
                        max = 600_000,
                        meaning =
                                "Time after which a solve without result is cancelled; the plan"
                                        + " before stays in use until its end")
                long solverTimeoutMs)
        implements Serializable {

    /** The default settings. */
    public static final DispatchSettings DEFAULT =
            new DispatchSettings(
                    PlannerSettings.DEFAULT,
                    AssignerSettings.DEFAULT,
                    FleetSettings.DEFAULT,
                    PriceSettings.DEFAULT,
                    20_000);

    /** The defaults. */
    public static DispatchSettings defaults() {
        return DEFAULT;
    }
}
