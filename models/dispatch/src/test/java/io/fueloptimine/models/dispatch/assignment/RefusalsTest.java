package io.fueloptimine.models.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.assignment.Refusals.Refusal;
import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.policy.HandMine;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final AssignerSettings SETTINGS = AssignerSettings.DEFAULT;
    private static final MineSite MINE = HandMine.SITE;

    @Test
    void aRejectedLoadingUnitIsAvoidedForAWhile() {
        Refusals rejected = Refusals.none().plus(refusal("T1", "S1", 0), SETTINGS);

        assertThat(unitFor("T1", Refusals.none(), 60)).isEqualTo("S1");
        assertThat(unitFor("T1", rejected, 60)).isEqualTo("S2");
        assertThat(unitFor("T2", rejected, 60)).isEqualTo("S1");
        assertThat(unitFor("T1", rejected, 2 * 3_600)).isEqualTo("S1");
    }

    @Test
    void theCostFallsEvenly() {
        Refusal refusal = refusal("T1", "S1", 0);

        assertThat(Refusals.costL(refusal, HandMine.at(0), SETTINGS)).isEqualTo(15);
        assertThat(Refusals.costL(refusal, HandMine.at(3_600), SETTINGS))
                .isCloseTo(7.5, within(1e-9));
        assertThat(Refusals.costL(refusal, HandMine.at(20_000), SETTINGS)).isZero();
    }

    @Test
    void keepsTheLatestRefusalOfAPairAndForgetsOldOnes() {
        Refusals refusals =
                Refusals.none()
                        .plus(refusal("T1", "S1", 0), SETTINGS)
                        .plus(refusal("T2", "S1", 3_600), SETTINGS)
                        .plus(refusal("T1", "S1", 5_400), SETTINGS);

        assertThat(refusals.latest())
                .containsExactly(refusal("T2", "S1", 3_600), refusal("T1", "S1", 5_400));
        assertThat(refusals.plus(refusal("T3", "S1", 11_000), SETTINGS).latest())
                .containsExactly(refusal("T1", "S1", 5_400), refusal("T3", "S1", 11_000));
    }

    @Test
    void keepsAtMostTwoHundred() {
        Refusals refusals = Refusals.none();
        for (int i = 0; i < 250; i++) {
            refusals = refusals.plus(refusal("T" + i, "S1", i), SETTINGS);
        }

        assertThat(refusals.latest()).hasSize(200).startsWith(refusal("T50", "S1", 50));
    }

    @Test
    void aReplyThatRejectsALoadIsRemembered() {
        TruckDispatch dispatch = new TruckDispatch(MINE, FleetSettings.DEFAULT, SETTINGS);
        TruckDispatch.Outcome first =
                dispatch.afterReading(
                        AssignmentState.empty(MINE.site()), HandMine.dumping("T1", "C", 0), false);
        DispatchAssignment load = first.assignments().get(0);

        TruckDispatch.Outcome second =
                dispatch.afterReading(first.state(), HandMine.rejection(load, 5), false);

        assertThat(second.assignments()).hasSize(1);
        assertThat(second.state().refusals().latest())
                .containsExactly(refusal("T1", load.destinationEquipmentId(), 5));
    }

    private static Refusal refusal(String truck, String unit, long atS) {
        return new Refusal(truck, unit, HandMine.at(atS));
    }

    private static String unitFor(String truckId, Refusals refusals, long atS) {
        Instant at = HandMine.at(atS);
        HaulCosts hauls = new RoadHaulModel(MINE).costs(List.of(), 0);
        ClassFit fit = new ClassFit(MINE, new NearestDumps(MINE, hauls), Map.of());
        Truck truck = MINE.truck(truckId).orElseThrow();
        FreeTruck free = new FreeTruck(truck, MINE.truckClass(truck.className()), "C", 0);
        List<UnitOutlook> units = List.of(outlook("S1"), outlook("S2"));
        FleetOutlook outlook = new FleetOutlook(units, List.of());
        return new UnitMatching(
                        SETTINGS, hauls, withoutRates(outlook, hauls, at), fit, refusals, at)
                .choose(
                        free,
                        outlook,
                        new Pace(Map.of("S1", 6.0, "S2", 6.0), 3_000, 3_600, Map.of()),
                        List.of(),
                        Map.of())
                .orElseThrow()
                .unit()
                .id();
    }

    private static RateLimits withoutRates(FleetOutlook outlook, HaulCosts hauls, Instant at) {
        AssignmentState state = AssignmentState.empty(MINE.site());
        return new RateLimits(
                new LoadsUnderWay(MINE, state.fleet(), outlook, null, 290, SETTINGS.dumpS()),
                WorkTargets.of(MINE, state, OpenWork.ALL, SETTINGS, at),
                hauls,
                at);
    }

    private static UnitOutlook outlook(String unitId) {
        return new UnitOutlook(
                MINE.loadingUnit(unitId).orElseThrow(),
                0,
                Double.POSITIVE_INFINITY,
                List.of(),
                300);
    }
}
