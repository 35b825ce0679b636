package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;

/** Mines with targets, their plans, and the rates of these. */
final class TargetPlans {

    private TargetPlans() {}

    /** Ore 3,800 m and waste 1,900 m from their dumps; cycles of 0.42 h and 0.225 h. */
    static FlatMine oreFarWasteNear(int trucks) {
        return FlatMine.oneRoad()
                .unit("W1", Material.WASTE, 10_000)
                .dump("D1", Material.WASTE, 0, 10_000)
                .road("F-W1", "D1", 1_900)
                .road("C1", "D1", 100)
                .trucks(trucks, FlatMine.LARGE, "S1", "C1");
    }

    static FaceTarget face(String id, Material material, double tph, int priority) {
        return new FaceTarget(id, material, 12 * tph, priority, List.of(), 0, true);
    }

    static FleetSituation situation(MineSite site) {
        return FleetSituation.allReady(site, FlatMine.AT);
    }

    static DispatchPlan plan(MineSite site) {
        return plan(site, situation(site));
    }

    static DispatchPlan plan(MineSite site, FleetSituation situation) {
        return plan(site, situation, FlatMine.SETTINGS);
    }

    static DispatchPlan plan(MineSite site, FleetSituation situation, PlannerSettings settings) {
        return new FleetPlanner(site, settings)
                .plan(situation, new PlanTrigger(site.site(), PlanCause.CLOCK, null, FlatMine.AT));
    }

    static double tph(DispatchPlan plan, String face) {
        return plan.flows().stream()
                .filter(flow -> flow.fromLocationId().equals(face))
                .mapToDouble(PlannedFlow::tonnesPerHour)
                .sum();
    }

    static double tphTo(DispatchPlan plan, String dump) {
        return plan.flows().stream()
                .filter(flow -> flow.toLocationId().equals(dump))
                .mapToDouble(PlannedFlow::tonnesPerHour)
                .sum();
    }
}
