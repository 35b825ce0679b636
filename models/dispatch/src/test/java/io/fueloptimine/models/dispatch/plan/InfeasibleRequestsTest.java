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
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no plan can meet get a plan all the same, and the cause in words. */
class InfeasibleRequestsTest {

    private static final String NOTHING =
            "F-S1 (ore, priority 1): 0 of 500 t/h, short by 500 t/h: ";

    private static FlatMine mine(int trucks) {
        return FlatMine.oneRoad().target(500, 0).trucks(trucks, FlatMine.LARGE, "S1", "C1");
    }

    @Test
    void noTrucks() {
        MineSite site = mine(0).build();

        assertThat(idle(site, all(site)).unmet())
                .containsExactly(NOTHING + "no truck is available");
    }

    @Test
    void noTruckOfWhichAnythingIsKnown() {
        MineSite site = mine(3).build();
        FleetSituation unknown =
                new FleetSituation(
                        site.site(), FlatMine.AT, List.of(), List.of(), List.of(), Map.of(), 0);

        assertThat(idle(site, unknown).unmet()).containsExactly(NOTHING + "no truck is available");
    }

    @Test
    void everyTruckIsDown() {
        MineSite site = mine(2).build();

        assertThat(idle(site, FlatMine.situation(site, List.of(), List.of("T1", "T2"))).unmet())
                .containsExactly(NOTHING + "no truck is available");
    }

    @Test
    void everyRoadIsClosed() {
        MineSite site = mine(2).build();

        assertThat(idle(site, FlatMine.situation(site, List.of("F-S1:C1"), List.of())).unmet())
                .containsExactly(NOTHING + "roads are closed: F-S1:C1");
    }

    @Test
    void everyLoadingUnitIsDown() {
        MineSite site = mine(2).build();

        assertThat(idle(site, FlatMine.situation(site, List.of(), List.of("S1"))).unmet())
                .containsExactly(NOTHING + "S1 is down");
    }

    @Test
    void everyDumpIsDown() {
        MineSite site = mine(2).build();

        assertThat(idle(site, FlatMine.situation(site, List.of(), List.of("C1"))).unmet())
                .containsExactly(NOTHING + "C1 is down");
    }

    @Test
    void everyFaceIsClosed() {
        MineSite site = mine(2).build();

        assertThat(idle(site, all(site), closed(true, false)).unmet())
                .containsExactly("F-S1 is closed: 6000 t are left there");
    }

    @Test
    void everyDumpIsClosed() {
        MineSite site = mine(2).build();

        assertThat(idle(site, all(site), closed(false, true)).unmet())
                .containsExactly(NOTHING + "C1 is closed");
    }

    @Test
    void noLoadingUnitDigsTheMaterial() {
        MineSite site = mine(2).digPlan(DigPlan.of(face("F-S1", Material.WASTE, 500))).build();

        assertThat(idle(site, all(site)).unmet())
                .containsExactly(
                        "F-S1 (waste, priority 1): 0 of 500 t/h, short by 500 t/h: no loading unit"
                                + " digs waste there");
    }

    @Test
    void noDumpAcceptsTheMaterial() {
        MineSite site =
                FlatMine.oneRoad()
                        .unit("W1", Material.WASTE, 10_000)
                        .road("F-W1", "C1", 1_900)
                        .target(0, 500)
                        .trucks(2, FlatMine.LARGE, "S1", "C1")
                        .build();

        assertThat(idle(site, all(site)).unmet())
                .containsExactly(
                        "F-W1 (waste, priority 1): 0 of 500 t/h, short by 500 t/h: no dump accepts"
                                + " its material");
    }

    @Test
    void theLoadingUnitCannotLoadTheTrucks() {
        MineSite site = mine(2).build();
        FleetSituation situation =
                new FleetSituation(
                        site.site(),
                        FlatMine.AT,
                        List.of(),
                        List.of(),
                        all(site).trucks(),
                        Map.of("S1", Double.NaN),
                        0);

        assertThat(idle(site, situation).unmet())
                .containsExactly(NOTHING + "S1 cannot load the trucks");
    }

    @Test
    void moreThanTheLoadingUnitDigs() {
        MineSite site = mine(60).build();
        DispatchPlan plan =
                plan(site, rates(site, RateTarget.ofFace("F-S1", 20_000.0, null, null)));

        // 3,600 s / 72 s = 50 loads of 290 t, but the limit of the unit is 10,000 t/h.
        assertThat(plan.unmet())
                .containsExactly(
                        "F-S1 (ore, priority 1): 10000 of 20000 t/h, short by 10000 t/h: no more"
                                + " can be loaded by S1");
    }

    @Test
    void moreThanTheTrucksHaul() {
        MineSite site = mine(1).build();
        DispatchPlan plan = plan(site, rates(site, RateTarget.ofFace("F-S1", 2_000.0, null, null)));

        // One truck, 0.42 h a cycle.
        assertThat(plan.unmet())
                .containsExactly(
                        "F-S1 (ore, priority 1): 690 of 2000 t/h, short by 1310 t/h: no truck is"
                                + " left: all 1 are in service");
    }

    @Test
    void aMinimumOfADumpAboveItsOwnLimit() {
        MineSite site = limitedDump();
        DispatchPlan plan =
                plan(site, rates(site, new RateTarget(null, "C1", null, 900.0, null, null)));

        assertThat(plan.unmet())
                .containsExactly("C1: 600 of 900 t/h, short by 300 t/h: no more is received by C1");
    }

    @Test
    void aMinimumOfAFaceAboveTheLimitOfTheDump() {
        MineSite site = limitedDump();
        DispatchPlan plan = plan(site, rates(site, RateTarget.ofFace("F-S1", 900.0, null, null)));

        assertThat(plan.unmet())
                .containsExactly(
                        "F-S1 (ore, priority 1): 600 of 900 t/h, short by 300 t/h: no more is"
                                + " received by C1");
    }

    @Test
    void aMinimumOfAFaceAboveTheLimitOfItsMaterial() {
        MineSite site = mine(4).build();
        DispatchPlan plan =
                plan(
                        site,
                        rates(
                                site,
                                RateTarget.ofFace("F-S1", 900.0, null, null),
                                new RateTarget(null, null, Material.ORE, null, 300.0, null)));

        assertThat(plan.unmet())
                .containsExactly(
                        "F-S1 (ore, priority 1): 300 of 900 t/h, short by 600 t/h: the target of"
                                + " ore allows no more than 300 t/h");
    }

    @Test
    void minimumsAboveTheCapacityOfTheFleet() {
        MineSite site = mine(2).dump("D1", Material.ORE, 0, 10_000).road("C1", "D1", 100).build();
        DispatchPlan plan =
                plan(
                        site,
                        rates(
                                site,
                                new RateTarget(null, "C1", null, 3_000.0, null, null),
                                new RateTarget(null, "D1", null, 3_000.0, null, null)));

        assertThat(plan.unmet())
                .hasSize(2)
                .allMatch(line -> line.endsWith("no truck is left: all 2 are in service"));
    }

    @Test
    void aMinimumForADumpThatNoRoadReaches() {
        MineSite site = mine(2).dump("D1", Material.ORE, 0, 10_000).build();
        DispatchPlan plan =
                plan(site, rates(site, new RateTarget(null, "D1", null, 100.0, null, null)));

        assertThat(plan.unmet())
                .containsExactly(
                        "D1: 0 of 100 t/h, short by 100 t/h: no truck can haul there from a face"
                                + " with tonnes left");
    }

    static List<RateTarget> senseless() {
        return List.of(
                RateTarget.ofFace("F-S1", 900.0, 300.0, null),
                RateTarget.ofFace("F-S1", Double.NaN, null, null),
                RateTarget.ofFace("F-S1", null, Double.NaN, null),
                RateTarget.ofFace("F-S1", -1.0, null, null),
                RateTarget.ofFace("F-S1", null, -1.0, null),
                RateTarget.ofFace("F-S1", Double.POSITIVE_INFINITY, null, null),
                RateTarget.ofFace("F-S1", null, Double.POSITIVE_INFINITY, null),
                RateTarget.ofFace("F-S1", null, null, 0),
                RateTarget.ofFace("NOWHERE", 1.0, null, null),
                new RateTarget(null, "NOWHERE", null, 1.0, null, null),
                new RateTarget("F-S1", "C1", null, 1.0, null, null),
                new RateTarget(null, null, null, 1.0, null, null));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void aTargetThatMakesNoSenseIsRefusedAndThePlanIsMadeWithoutIt(RateTarget target) {
        MineSite site = mine(2).build();

        DispatchPlan plan = plan(site, rates(site, target));

        assertThat(plan.plannedTph()).isBetween(499.5, 500.5);
        assertThat(plan.unmet())
                .singleElement()
                .asString()
                .startsWith("target of " + target.subject() + " refused: ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, Double.POSITIVE_INFINITY})
    void tonnesLeftThatMakeNoSenseAreRefused(double tonnes) {
        MineSite site = mine(2).build();
        WorkLeft work = WorkLeft.of(site.digPlan());
        WorkLeft wrong =
                new WorkLeft(
                        work.hoursLeft(),
                        List.of(
                                new WorkLeft.FaceWork(
                                        "F-S1", Material.ORE, tonnes, 0, 1, List.of(), 0, true)),
                        List.of(new WorkLeft.DumpWork("C1", Material.ORE, tonnes)),
                        0,
                        100,
                        0,
                        List.of());

        assertThat(idle(site, all(site).withWorkLeft(wrong)).unmet())
                .containsExactly(
                        "face F-S1 refused: tonnesLeft is " + tonnes + ", expected 0 or more",
                        "dump C1 refused: tonnesLeft is " + tonnes + ", expected 0 or more");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, 0, Double.POSITIVE_INFINITY})
    void hoursLeftThatMakeNoSenseAreRefused(double hours) {
        MineSite site = mine(2).build();
        WorkLeft work = WorkLeft.of(site.digPlan());
        WorkLeft wrong = new WorkLeft(hours, work.faces(), work.dumps(), 0, 100, 0, List.of());

        assertThat(idle(site, all(site).withWorkLeft(wrong)).unmet())
                .containsExactly(
                        "hoursLeft is " + hours + ", expected more than 0: no tonnes are planned");
    }

    @Test
    void aDumpThatHasReceivedItsTonnes() {
        MineSite site =
                mine(2).digPlan(
                                new DigPlan(
                                        12,
                                        List.of(face("F-S1", Material.ORE, 500)),
                                        List.of(new DumpTarget("C1", Material.ORE, 600)),
                                        DigPlan.GradeBand.ANY))
                        .build();
        WorkLeft work = WorkLeft.of(site.digPlan(), 6, face -> 0, (dump, material) -> 600);

        assertThat(idle(site, all(site).withWorkLeft(work)).unmet())
                .containsExactly(
                        "F-S1 (ore, priority 1): 0 of 1000 t/h, short by 1000 t/h: C1 has received"
                                + " its tonnes");
    }

    private static MineSite limitedDump() {
        return new FlatMine()
                .unit("S1", Material.ORE, 10_000)
                .dump("C1", Material.ORE, 0, 600)
                .road("F-S1", "C1", 3_800)
                .target(500, 0)
                .trucks(4, FlatMine.LARGE, "S1", "C1")
                .build();
    }

    private static FaceTarget face(String faceId, Material material, double tph) {
        return new FaceTarget(faceId, material, 12 * tph, 1, List.of(), 0, true);
    }

    private static OpenWork closed(boolean faces, boolean dumps) {
        return new OpenWork() {
            @Override
            public boolean open(String faceId) {
                return !faces;
            }

            @Override
            public boolean open(String dumpId, Material material) {
                return !dumps;
            }
        };
    }

    private static FleetSituation all(MineSite site) {
        return FleetSituation.allReady(site, FlatMine.AT);
    }

    private static FleetSituation rates(MineSite site, RateTarget... rates) {
        return all(site).withWorkLeft(WorkLeft.of(site.digPlan()).withRates(List.of(rates)));
    }

    /** A plan in which nothing moves. */
    private static DispatchPlan idle(MineSite site, FleetSituation situation) {
        return idle(site, situation, OpenWork.ALL);
    }

    private static DispatchPlan idle(MineSite site, FleetSituation situation, OpenWork open) {
        DispatchPlan plan = plan(site, situation, open);
        assertThat(plan.flows()).isEmpty();
        assertThat(plan.plannedLph()).isZero();
        assertThat(plan.boundLph()).isZero();
        return plan;
    }

    private static DispatchPlan plan(MineSite site, FleetSituation situation) {
        return plan(site, situation, OpenWork.ALL);
    }

    private static DispatchPlan plan(MineSite site, FleetSituation situation, OpenWork open) {
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
