package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.SolverState;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;

/** Requests that cannot be met, and their plans. */
final class InfeasiblePlans {

    static final String NOTHING = "F-S1 (ore, priority 1): 0 of 500 t/h, short by 500 t/h: ";

    private InfeasiblePlans() {}

    static FlatMine mine(int trucks) {
        return FlatMine.oneRoad().target(500, 0).trucks(trucks, FlatMine.LARGE, "S1", "C1");
    }

    static MineSite limitedDump() {
        return new FlatMine()
                .unit("S1", Material.ORE, 10_000)
                .dump("C1", Material.ORE, 0, 600)
                .road("F-S1", "C1", 3_800)
                .target(500, 0)
                .trucks(4, FlatMine.LARGE, "S1", "C1")
                .build();
    }

    static FaceTarget face(String faceId, Material material, double tph) {
        return new FaceTarget(faceId, material, 12 * tph, 1, List.of(), 0, true);
    }

    static FleetSituation all(MineSite site) {
        return FleetSituation.allReady(site, FlatMine.AT);
    }

    static FleetSituation rates(MineSite site, RateTarget... rates) {
        return all(site).withWorkLeft(WorkLeft.of(site.digPlan()).withRates(List.of(rates)));
    }

    /** A plan in which nothing moves. */
    static DispatchPlan idle(MineSite site, FleetSituation situation) {
        return idle(site, situation, OpenWork.ALL);
    }

    static DispatchPlan idle(MineSite site, FleetSituation situation, OpenWork open) {
        DispatchPlan plan = plan(site, situation, open);
        assertThat(plan.flows()).isEmpty();
        assertThat(plan.plannedLph()).isZero();
        assertThat(plan.boundLph()).isZero();
        return plan;
    }

    static DispatchPlan plan(MineSite site, FleetSituation situation) {
        return plan(site, situation, OpenWork.ALL);
    }

    static DispatchPlan plan(MineSite site, FleetSituation situation, OpenWork open) {
        DispatchPlan plan =
                new FleetPlanner(site, FlatMine.SETTINGS, new RoadHaulModel(site), open)
                        .plan(
                                situation,
                                new PlanTrigger(
                                        site.site(), PlanCause.CLOCK, null, situation.at()));
        assertThat(plan.solverState()).isEqualTo(SolverState.OPTIMAL);
        return plan;
    }
}
