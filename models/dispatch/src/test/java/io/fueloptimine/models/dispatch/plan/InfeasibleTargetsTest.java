package io.fueloptimine.models.dispatch.plan;

import static io.fueloptimine.models.dispatch.plan.InfeasiblePlans.all;
import static io.fueloptimine.models.dispatch.plan.InfeasiblePlans.idle;
import static io.fueloptimine.models.dispatch.plan.InfeasiblePlans.limitedDump;
import static io.fueloptimine.models.dispatch.plan.InfeasiblePlans.mine;
import static io.fueloptimine.models.dispatch.plan.InfeasiblePlans.plan;
import static io.fueloptimine.models.dispatch.plan.InfeasiblePlans.rates;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates that cannot be met or make no sense: a plan all the same, and the cause in words. */
class InfeasibleTargetsTest {

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
}
