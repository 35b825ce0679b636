package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.dispatch.price.MachineRatio;
import io.fueloptimine.models.dispatch.price.PriceCorrections;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import io.fueloptimine.models.mine.dispatch.PlannedTruck;
import io.fueloptimine.models.mine.dispatch.SolverState;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tonnes per face and dump, priorities, required rates, and the words for what is not met. */
class PlanTargetsTest {

    /** Ore 3,800 m and waste 1,900 m from their dumps; cycles of 0.42 h and 0.225 h. */
    private static FlatMine oreFarWasteNear(int trucks) {
        return FlatMine.oneRoad()
                .unit("W1", Material.WASTE, 10_000)
                .dump("D1", Material.WASTE, 0, 10_000)
                .road("F-W1", "D1", 1_900)
                .road("C1", "D1", 100)
                .trucks(trucks, FlatMine.LARGE, "S1", "C1");
    }

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
    void haulsToTheDumpsThatTheDigPlanAllowsAndThatAreNotFull() {
        MineSite site =
                new FlatMine()
                        .unit("S1", Material.WASTE, 10_000)
                        .dump("NEAR", Material.WASTE, 0, 10_000)
                        .dump("MIDDLE", Material.WASTE, 0, 10_000)
                        .dump("FAR", Material.WASTE, 0, 10_000)
                        .road("F-S1", "NEAR", 950)
                        .road("F-S1", "MIDDLE", 1_900)
                        .road("F-S1", "FAR", 3_800)
                        .trucks(6, FlatMine.LARGE, "S1", "FAR")
                        .digPlan(
                                new DigPlan(
                                        12,
                                        List.of(
                                                new FaceTarget(
                                                        "F-S1",
                                                        Material.WASTE,
                                                        12_000,
                                                        1,
                                                        List.of("MIDDLE", "FAR"),
                                                        0,
                                                        true)),
                                        List.of(
                                                new DumpTarget("MIDDLE", Material.WASTE, 4_800),
                                                new DumpTarget("FAR", Material.WASTE, 7_200)),
                                        DigPlan.GradeBand.ANY))
                        .build();

        DispatchPlan half = plan(site);
        WorkLeft middleFull =
                WorkLeft.of(
                        site.digPlan(),
                        6,
                        face -> 4_800,
                        (dump, material) -> dump.equals("MIDDLE") ? 4_800 : 0);
        DispatchPlan later = plan(site, situation(site).withWorkLeft(middleFull));

        assertThat(tphTo(half, "NEAR")).isZero();
        assertThat(tphTo(half, "MIDDLE")).isCloseTo(400, within(0.5));
        assertThat(tphTo(half, "FAR")).isCloseTo(600, within(0.5));
        assertThat(tphTo(later, "MIDDLE")).isZero();
        assertThat(tphTo(later, "FAR")).isCloseTo(1_200, within(0.5));
    }

    @Test
    void keepsTheMeanGradeOfTheShiftWithinItsRange() {
        MineSite site =
                new FlatMine()
                        .unit("RICH", Material.ORE, 600)
                        .unit("POOR", Material.ORE, 10_000)
                        .dump("C1", Material.ORE, 0, 10_000)
                        .road("F-RICH", "C1", 1_900)
                        .road("F-POOR", "C1", 1_900)
                        .trucks(8, FlatMine.LARGE, "POOR", "C1")
                        .digPlan(
                                new DigPlan(
                                        12,
                                        List.of(
                                                ore("F-RICH", 14_400, 0.8),
                                                ore("F-POOR", 14_400, 0.4)),
                                        List.of(),
                                        new DigPlan.GradeBand(0.6, 1)))
                        .build();

        DispatchPlan plan = plan(site);

        // The rich face gives 600 of 1,200 t/h, so that the poor one may give no more.
        assertThat(tph(plan, "F-POOR")).isCloseTo(600, within(0.5));
        assertThat(plan.unmet())
                .anyMatch(line -> line.startsWith("F-RICH") && line.endsWith("loaded by RICH"))
                .anyMatch(line -> line.startsWith("F-POOR") && line.contains("mean grade"));
    }

    @Test
    void movesNoOreWithoutTheWasteOfAGivenStrippingRatio() {
        MineSite site = oreFarWasteNear(2).target(5_000, 5_000).build();
        WorkLeft work = WorkLeft.of(site.digPlan()).withMinStrippingRatio(2);

        DispatchPlan plan = plan(site, situation(site).withWorkLeft(work));

        assertThat(tph(plan, "F-S1")).isPositive();
        assertThat(tph(plan, "F-W1")).isCloseTo(2 * tph(plan, "F-S1"), within(0.5));
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

    @Test
    void parksTheTruckThatBurnsMoreFirstAndSaysWhy() {
        MineSite site = oreFarWasteNear(4).target(1_450, 0).build();
        FleetSituation drifted = situation(site).with(ratios(Map.of("T2", 1.2)));

        List<PlannedTruck> trucks = plan(site, drifted).trucks();

        assertThat(trucks)
                .extracting(PlannedTruck::inService)
                .containsExactly(true, false, true, true);
        assertThat(trucks.get(1).reason())
                .isEqualTo(
                        "not needed: the plan needs 3 of 4 trucks of class 930E; it burns 20 % more"
                                + " than its class");
        assertThat(trucks.get(0).faceId()).isEqualTo("F-S1");
    }

    @Test
    void givesTheTruckThatBurnsMoreTheShortHaul() {
        MineSite site = oreFarWasteNear(4).target(2_000, 1_280).build();
        FleetSituation drifted = situation(site).with(ratios(Map.of("T2", 1.2)));

        DispatchPlan plan = plan(site, drifted);

        assertThat(plan.trucks()).allMatch(PlannedTruck::inService);
        assertThat(plan.trucks().get(1).faceId()).isEqualTo("F-W1");
        assertThat(plan.trucks().get(1).reason()).endsWith("it burns 20 % more than its class");
    }

    private static PriceCorrections ratios(Map<String, Double> byTruck) {
        Map<String, MachineRatio.Estimate> estimates = new TreeMap<>();
        byTruck.forEach(
                (truck, ratio) -> estimates.put(truck, new MachineRatio.Estimate(ratio, 0, false)));
        return new PriceCorrections("made up", estimates, Map.of());
    }

    private static FaceTarget face(String id, Material material, double tph, int priority) {
        return new FaceTarget(id, material, 12 * tph, priority, List.of(), 0, true);
    }

    private static FaceTarget ore(String id, double tonnes, double gradePct) {
        return new FaceTarget(id, Material.ORE, tonnes, 1, List.of(), gradePct, true);
    }

    private static FleetSituation situation(MineSite site) {
        return FleetSituation.allReady(site, FlatMine.AT);
    }

    private static DispatchPlan plan(MineSite site) {
        return plan(site, situation(site));
    }

    private static DispatchPlan plan(MineSite site, FleetSituation situation) {
        return plan(site, situation, FlatMine.SETTINGS);
    }

    private static DispatchPlan plan(
            MineSite site, FleetSituation situation, PlannerSettings settings) {
        return new FleetPlanner(site, settings)
                .plan(situation, new PlanTrigger(site.site(), PlanCause.CLOCK, null, FlatMine.AT));
    }

    private static double tph(DispatchPlan plan, String face) {
        return plan.flows().stream()
                .filter(flow -> flow.fromLocationId().equals(face))
                .mapToDouble(PlannedFlow::tonnesPerHour)
                .sum();
    }

    private static double tphTo(DispatchPlan plan, String dump) {
        return plan.flows().stream()
                .filter(flow -> flow.toLocationId().equals(dump))
                .mapToDouble(PlannedFlow::tonnesPerHour)
                .sum();
    }
}
