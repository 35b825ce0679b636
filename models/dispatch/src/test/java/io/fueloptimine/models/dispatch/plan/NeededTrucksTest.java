package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.policy.HandMine;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.PlannedTruck;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The assignment has decided which trucks are in service; the plan does not decide again. */
class NeededTrucksTest {

    @Test
    void thePlanKeepsTheTrucksInServiceThatTheAssignmentKeeps() {
        FleetSituation situation =
                FleetSituation.allReady(HandMine.SITE, HandMine.START)
                        .withNeeded(Set.of("T2", "T4"));

        DispatchPlan plan =
                new FleetPlanner(HandMine.SITE, PlannerSettings.DEFAULT.withMaxNodes(200))
                        .plan(
                                situation,
                                new PlanTrigger("hand", PlanCause.START, null, HandMine.START));

        assertThat(plan.trucks())
                .filteredOn(PlannedTruck::inService)
                .extracting(PlannedTruck::truckId)
                .containsExactly("T2", "T4");
        assertThat(plan.trucksInService()).containsEntry("930E", 2);
        assertThat(plan.trucksParked()).containsEntry("930E", 2);
    }

    @Test
    void theGapIsThatOfTheFlowsHoweverManyTrucksAreKept() {
        PlanTrigger trigger = new PlanTrigger("hand", PlanCause.START, null, HandMine.START);
        FleetPlanner planner =
                new FleetPlanner(HandMine.SITE, PlannerSettings.DEFAULT.withMaxNodes(200));
        FleetSituation situation = FleetSituation.allReady(HandMine.SITE, HandMine.START);

        DispatchPlan free = planner.plan(situation, trigger);
        DispatchPlan kept = planner.plan(situation.withNeeded(Set.of("T2", "T4")), trigger);

        assertThat(Math.abs(kept.plannedLph() - free.plannedLph())).isGreaterThan(1);
        assertThat(kept.plannedLph() - kept.boundLph())
                .isCloseTo(free.plannedLph() - free.boundLph(), within(1e-6));
    }
}
