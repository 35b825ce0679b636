package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.TestMine;
import io.fueloptimine.models.dispatch.price.HaulTable;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every plan promises, over random mines with random faults. */
class FleetPlannerPropertyTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:10:00Z");
    private static final PlannerSettings SETTINGS = PlannerSettings.defaults();

    @ParameterizedTest(name = "mines of seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyPlanKeepsItsPromises(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            MineSite site =
                    TestMine.random(
                            random,
                            3 + random.nextInt(30),
                            2 + random.nextInt(6),
                            2 + random.nextInt(8),
                            0.2 + random.nextDouble());
            FleetSituation situation = randomSituation(random, site);
            DispatchPlan plan =
                    new FleetPlanner(site, SETTINGS)
                            .plan(
                                    situation,
                                    new PlanTrigger(site.site(), PlanCause.CLOCK, null, AT));

            ratesBalance(site, plan);
            boundsHold(site, plan);
            truckHoursSuffice(site, situation, plan);
            faultyMachinesAndRoadsAreLeftAlone(site, situation, plan);
            costsNoMoreThanFixedPairs(site, situation, plan);
        }
    }

    private static FleetSituation randomSituation(Random random, MineSite site) {
        List<String> down = new ArrayList<>();
        site.trucks().stream().filter(t -> random.nextInt(8) == 0).forEach(t -> down.add(t.id()));
        site.loadingUnits().stream()
                .filter(unit -> random.nextInt(6) == 0)
                .forEach(unit -> down.add(unit.id()));
        List<String> closed = new ArrayList<>();
        site.roads().stream()
                .filter(road -> random.nextInt(10) == 0)
                .forEach(road -> closed.add(road.id()));
        return new FleetSituation(
                site.site(),
                AT,
                closed,
                down,
                FleetSituation.allReady(site, AT).trucks(),
                Map.of(),
                random.nextInt(3) == 0 ? 1.5 : 0);
    }

    private static void ratesBalance(MineSite site, DispatchPlan plan) {
        for (TruckClass truckClass : site.truckClasses()) {
            for (Location place : site.locations()) {
                double balance = 0;
                for (PlannedFlow flow : plan.flows()) {
                    if (flow.equipmentClass().equals(truckClass.name())) {
                        balance += signed(flow, place.id());
                    }
                }
                assertThat(balance)
                        .as(truckClass.name() + " at " + place)
                        .isCloseTo(0, within(1e-4));
            }
        }
    }

    private static double signed(PlannedFlow flow, String place) {
        if (flow.toLocationId().equals(place)) {
            return flow.tripsPerHour();
        }
        return flow.fromLocationId().equals(place) ? -flow.tripsPerHour() : 0;
    }

    private static void boundsHold(MineSite site, DispatchPlan plan) {
        for (LoadingUnit unit : site.loadingUnits()) {
            assertThat(tph(plan, unit.faceId(), null)).isLessThanOrEqualTo(unit.maxTph() + 0.01);
        }
        for (DumpPoint dump : site.dumps()) {
            double tph = tph(plan, null, dump.locationId());
            assertThat(tph).isLessThanOrEqualTo(dump.maxTph() + 0.01);
            if (tph < dump.minTph() - 1) {
                assertThat(plan.unmet()).anyMatch(line -> line.contains(dump.locationId()));
            }
        }
        double wanted = site.digPlan().tph(Material.ORE) + site.digPlan().tph(Material.WASTE);
        if (plan.plannedTph() < wanted - 2) {
            assertThat(plan.unmet()).isNotEmpty();
        }
    }

    private static double tph(DispatchPlan plan, String from, String to) {
        return plan.flows().stream()
                .filter(flow -> from == null || flow.fromLocationId().equals(from))
                .filter(flow -> to == null || flow.toLocationId().equals(to))
                .mapToDouble(PlannedFlow::tonnesPerHour)
                .sum();
    }

    private static void truckHoursSuffice(
            MineSite site, FleetSituation situation, DispatchPlan plan) {
        HaulTable hauls =
                new HaulTable(
                        site, situation.closedSegmentIds(), situation.extraRollingResistancePct());
        for (TruckClass truckClass : site.truckClasses()) {
            double hours = 0;
            for (PlannedFlow flow : plan.flows()) {
                if (flow.equipmentClass().equals(truckClass.name())) {
                    hours +=
                            flow.tripsPerHour()
                                    * hauls.trip(
                                                    truckClass,
                                                    flow.loaded(),
                                                    flow.fromLocationId(),
                                                    flow.toLocationId())
                                            .orElseThrow()
                                            .seconds()
                                    / 3_600;
                }
            }
            int trucks = plan.trucksInService().getOrDefault(truckClass.name(), 0);
            assertThat(hours).isLessThanOrEqualTo(trucks * SETTINGS.utilisation() + 1e-4);
        }
    }

    private static void faultyMachinesAndRoadsAreLeftAlone(
            MineSite site, FleetSituation situation, DispatchPlan plan) {
        HaulTable hauls = new HaulTable(site, situation.closedSegmentIds(), 0);
        for (PlannedFlow flow : plan.flows()) {
            assertThat(
                            hauls.route(flow.fromLocationId(), flow.toLocationId())
                                    .orElseThrow()
                                    .segmentIds())
                    .noneMatch(situation.closedSegmentIds()::contains);
        }
        for (LoadingUnit unit : site.loadingUnits()) {
            if (situation.downMachineIds().contains(unit.id())) {
                assertThat(tph(plan, unit.faceId(), null)).isZero();
            }
        }
        plan.trucksInService()
                .forEach(
                        (className, count) ->
                                assertThat((long) count)
                                        .isLessThanOrEqualTo(
                                                site.trucks().stream()
                                                        .filter(t -> situation.isUp(t.id()))
                                                        .filter(
                                                                t ->
                                                                        t.className()
                                                                                .equals(className))
                                                        .count()));
    }

    private static void costsNoMoreThanFixedPairs(
            MineSite site, FleetSituation situation, DispatchPlan plan) {
        FlowProblem problem = new FlowProblem(site, situation, SETTINGS, new RoadHaulModel(site));
        FixedPairs pairs = new FixedPairs(problem);
        boolean pairsReach =
                site.loadingUnits().stream()
                        .allMatch(
                                unit ->
                                        pairs.capableTph(unit.faceId())
                                                >= tph(plan, unit.faceId(), null) - 1e-6);
        FlowSolution same = pairs.moving(face -> tph(plan, face, null));
        boolean pairsKeepMinimums =
                problem.dumps().stream().allMatch(dump -> same.tph(dump) >= dump.minTph());
        if (pairsReach && pairsKeepMinimums) {
            assertThat(plan.plannedLph()).isLessThanOrEqualTo(plan.baselineLph() * 1.001 + 0.1);
        }
    }
}
