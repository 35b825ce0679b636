package io.fueloptimine.models.dispatch.plan;

import static io.fueloptimine.models.dispatch.plan.TargetPlans.face;
import static io.fueloptimine.models.dispatch.plan.TargetPlans.oreFarWasteNear;
import static io.fueloptimine.models.dispatch.plan.TargetPlans.plan;
import static io.fueloptimine.models.dispatch.plan.TargetPlans.situation;
import static io.fueloptimine.models.dispatch.plan.TargetPlans.tph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.SolverState;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Priorities, required rates, and the words for what is not met. */
class PlanTargetsTest {

    @Test
    void impossibleTargetsOfEqualPriorityDoNotSacrificeOre() {
        MineSite site = oreFarWasteNear(4).target(20_000, 20_000).build();

        DispatchPlan plan = plan(site);

        // Four trucks and 0.42 h a cycle; waste would give more tonnes.
        assertThat(tph(plan, "F-S1")).isCloseTo(4 / 0.42 * 290, within(0.5));
        assertThat(tph(plan, "F-W1")).isCloseTo(0, within(0.5));
        assertThat(plan.solverState()).isEqualTo(SolverState.OPTIMAL);
    }

    @Test
    void aHigherPriorityComesBeforeOre() {
        MineSite site =
                oreFarWasteNear(2)
                        .digPlan(
                                DigPlan.of(
                                        face("F-S1", Material.ORE, 2_000, 2),
                                        face("F-W1", Material.WASTE, 1_450, 1)))
                        .build();

        DispatchPlan plan = plan(site);

        assertThat(tph(plan, "F-W1")).isCloseTo(1_450, within(0.5));
        assertThat(plan.unmet())
                .singleElement()
                .asString()
                .startsWith("F-S1 (ore, priority 2): ")
                .endsWith("no truck is left: all 2 are in service");
    }

    @Test
    void theFactorOfTheWorstShareSpreadsAShortage() {
        MineSite site =
                new FlatMine()
                        .unit("NEAR", Material.WASTE, 10_000)
                        .unit("FAR", Material.WASTE, 10_000)
                        .dump("D1", Material.WASTE, 0, 10_000)
                        .road("F-NEAR", "D1", 1_900)
                        .road("F-FAR", "D1", 7_600)
                        .trucks(5, FlatMine.LARGE, "NEAR", "D1")
                        .target(0, 3_200)
                        .build();

        DispatchPlan even = plan(site, situation(site), withFactor(1));
        DispatchPlan most = plan(site, situation(site), withFactor(1_000));

        assertThat(tph(even, "F-FAR")).isCloseTo(tph(even, "F-NEAR"), within(0.5));
        assertThat(tph(most, "F-NEAR")).isCloseTo(1_600, within(0.5));
        assertThat(most.plannedTph()).isGreaterThan(even.plannedTph() + 50);
    }

    private static PlannerSettings withFactor(double worstShortfallFactor) {
        return new PlannerSettings(
                1,
                0,
                0,
                0,
                0,
                1,
                0,
                0,
                0,
                36,
                0,
                1,
                0,
                1,
                2,
                worstShortfallFactor,
                0,
                SolverName.SIMPLEX,
                5_000,
                0,
                1_800);
    }

    @Test
    void catchesUpWhatIsLeftAndLeavesAFaceThatIsDone() {
        MineSite site = oreFarWasteNear(8).target(1_000, 1_000).build();
        WorkLeft left = WorkLeft.of(site.digPlan(), 6, Map.of("F-S1", 3_000.0, "F-W1", 12_000.0));

        DispatchPlan plan = plan(site, situation(site).withWorkLeft(left));

        // 9,000 t of ore in six hours; the waste is done.
        assertThat(tph(plan, "F-S1")).isCloseTo(1_500, within(0.5));
        assertThat(tph(plan, "F-W1")).isZero();
        assertThat(plan.targetTph()).isCloseTo(1_500, within(1e-6));
        assertThat(plan.unmet()).isEmpty();
    }

    @Test
    void requiredRatesReplaceThoseOfTheDigPlan() {
        MineSite site = oreFarWasteNear(8).target(1_000, 1_000).build();
        WorkLeft work =
                WorkLeft.of(site.digPlan())
                        .withRates(
                                List.of(
                                        RateTarget.ofFace("F-S1", 1_300.0, null, null),
                                        RateTarget.ofFace("F-W1", null, 200.0, 1)));

        DispatchPlan plan = plan(site, situation(site).withWorkLeft(work));

        assertThat(tph(plan, "F-S1")).isCloseTo(1_300, within(0.5));
        assertThat(tph(plan, "F-W1")).isCloseTo(200, within(0.5));
    }

    @Test
    void refusesTargetsThatMakeNoSenseByName() {
        MineSite site = oreFarWasteNear(8).target(1_000, 1_000).build();
        WorkLeft work =
                WorkLeft.of(site.digPlan())
                        .withRates(
                                List.of(
                                        RateTarget.ofFace("F-S1", 900.0, 300.0, null),
                                        RateTarget.ofFace("F-W1", Double.NaN, null, null),
                                        new RateTarget(null, "C1", null, -1.0, null, null),
                                        RateTarget.ofFace("NOWHERE", 1.0, null, null)));

        DispatchPlan plan = plan(site, situation(site).withWorkLeft(work));

        assertThat(plan.unmet())
                .containsExactly(
                        "target of face F-S1 refused: minTph is 900, expected at most maxTph, 300",
                        "target of face F-W1 refused: minTph is NaN, expected 0 t/h or more",
                        "target of dump C1 refused: minTph is -1, expected 0 t/h or more",
                        "target of face NOWHERE refused: no loading unit of the mine works there");
        assertThat(tph(plan, "F-S1")).isCloseTo(1_000, within(0.5));
    }

    @Test
    void saysWhichMachineOrRoadIsTheCause() {
        MineSite site = oreFarWasteNear(4).target(500, 500).build();
        MineSite noTrucks = oreFarWasteNear(0).target(500, 500).build();

        assertThat(plan(site, FlatMine.situation(site, List.of(), List.of("S1"))).unmet())
                .containsExactly(
                        "F-S1 (ore, priority 1): 0 of 500 t/h, short by 500 t/h: S1 is down");
        assertThat(plan(site, FlatMine.situation(site, List.of("F-W1:D1"), List.of())).unmet())
                .singleElement()
                .asString()
                .endsWith("roads are closed: F-W1:D1");
        assertThat(plan(site, FlatMine.situation(site, List.of(), List.of("C1"))).unmet())
                .singleElement()
                .asString()
                .endsWith("C1 is down");
        assertThat(plan(noTrucks).unmet())
                .hasSize(2)
                .allMatch(line -> line.endsWith("no truck is available"));
    }
}
