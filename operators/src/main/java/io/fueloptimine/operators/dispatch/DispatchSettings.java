package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.AssignerSettings;
import io.fueloptimine.models.dispatch.PlannerSettings;
import java.io.Serializable;

/**
 * How dispatch runs. All times but the solver's are event time.
 *
 * @param planner the plan's constants
 * @param assigner the assignment's constants
 * @param planEveryS a plan at least this often, s
 * @param planSpacingS never two plans within this, s; triggers that come in between are kept
 * @param startAfterS the first plan comes when every truck has spoken, or after this, s
 * @param silentAfterS a truck not heard for this long cannot be planned with, s
 * @param wetRoadResistancePct what wet roads add to rolling resistance, % of weight
 * @param plansInFlight plans solved or waiting at once
 * @param solverTimeoutMs then fixed pairs answer instead of the solver, ms of the machine's clock
 */
public record DispatchSettings(
        PlannerSettings planner,
        AssignerSettings assigner,
        long planEveryS,
        long planSpacingS,
        long startAfterS,
        long silentAfterS,
        double wetRoadResistancePct,
        int plansInFlight,
        long solverTimeoutMs)
        implements Serializable {

    /** A plan every ten minutes; wet roads add 1.5 points. */
    public static DispatchSettings defaults() {
        return new DispatchSettings(
                PlannerSettings.defaults(),
                AssignerSettings.defaults(),
                10 * 60,
                60,
                60,
                2 * 60 * 60,
                1.5,
                4,
                20_000);
    }

    /** The same with another pace of plans. */
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
}
