package io.fueloptimine.models.dispatch.policy;

import static io.fueloptimine.models.dispatch.policy.HandMine.SITE;
import static io.fueloptimine.models.dispatch.policy.HandMine.at;
import static io.fueloptimine.models.dispatch.policy.HandMine.dumping;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.Material;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedDispatchTest {

    private static final PlannedDispatch.Settings SETTINGS =
            new PlannedDispatch.Settings(
                    FleetSettings.DEFAULT,
                    PlannerSettings.DEFAULT.withMaxNodes(5_000),
                    AssignerSettings.DEFAULT,
                    Duration.ofSeconds(20),
                    true);

    private final PlannedDispatch policy = new PlannedDispatch(SITE, SETTINGS, OpenWork.ALL);

    @Test
    void aPlanTakesEffectAtTheFirstReadingAfterItsLatency() {
        everyTruckDumps(policy, 0);

        assertThat(policy.lastPlan()).hasValueSatisfying(this::isFirstPlan);
        assertThat(load(policy, dumping("T1", "C", 19)).planId()).isNull();
        assertThat(load(policy, dumping("T2", "C", 21)).planId()).isNull();
        // The fourth truck reported at 3 s.
        assertThat(load(policy, dumping("T1", "C", 23)).planId())
                .isEqualTo(policy.lastPlan().orElseThrow().planId());
    }

    @Test
    void plansAgainOnTheClockAndAfterABreakdown() {
        everyTruckDumps(policy, 0);
        policy.accept(HandMine.unit("S2", ProductionState.STOPPED, null, "DOWN", 100));
        policy.accept(dumping("T1", "C", 101));
        assertThat(cause()).isEqualTo(PlanCause.MACHINE_DOWN);
        assertThat(policy.lastPlan().orElseThrow().flows())
                .noneMatch(flow -> flow.fromLocationId().equals("F2"));

        everyTruckDumps(policy, 800);
        assertThat(cause()).isEqualTo(PlanCause.CLOCK);
    }

    @Test
    void plansWithoutAClosedRoad() {
        everyTruckDumps(policy, 0);
        policy.accept(new PlanTrigger("hand", PlanCause.ROAD_CLOSED, "R-F2", at(90)));
        everyTruckDumps(policy, 100);

        assertThat(cause()).isEqualTo(PlanCause.ROAD_CLOSED);
        assertThat(policy.lastPlan().orElseThrow().flows())
                .noneMatch(flow -> flow.fromLocationId().equals("F2"));
    }

    @Test
    void pricesTheNextPlanAtTheSpeedsOfTheRoads() {
        PlannedDispatch without = new PlannedDispatch(SITE, SETTINGS, OpenWork.ALL);
        everyTruckDumps(policy, 0);
        everyTruckDumps(without, 0);
        SegmentSpeed slow = new SegmentSpeed("930E", true, "R-C", "H", 5, 20);
        policy.accept(
                new RoadExcess(
                        "hand", "R-C", at(700), 30, 0, 0.3, -1, 0, 0, -9, 9, null, List.of(slow)));
        everyTruckDumps(policy, 800);
        everyTruckDumps(without, 800);

        DispatchPlan plan = policy.lastPlan().orElseThrow();
        assertThat(plan.prices().speeds()).containsExactly(slow);
        assertThat(plan.plannedLph() / plan.plannedTph())
                .isGreaterThan(
                        without.lastPlan().orElseThrow().plannedLph()
                                / without.lastPlan().orElseThrow().plannedTph());
    }

    @Test
    void sendsNoTruckToAFaceWhoseTonnesAreMet() {
        PlannedDispatch without = new PlannedDispatch(SITE, SETTINGS, closed("F1"));
        everyTruckDumps(without, 0);

        assertThat(without.lastPlan().orElseThrow().flows())
                .isNotEmpty()
                .noneMatch(flow -> flow.fromLocationId().equals("F1"));
        assertThat(load(without, dumping("T1", "C", 30)).destinationId()).isNotEqualTo("F1");
    }

    @Test
    void parksTrucksWhenEveryFaceIsMet() {
        PlannedDispatch without = new PlannedDispatch(SITE, SETTINGS, closed("F1", "F2", "F3"));

        DispatchAssignment park = without.accept(dumping("T1", "C", 0)).get(0);

        assertThat(park.task()).isEqualTo(Task.PARK);
        assertThat(park.reasonCode()).isEqualTo(ReasonCode.NO_LOADING_UNIT);
    }

    @Test
    void dumpsALoadElsewhereWhenItsDumpIsMet() {
        PlannedDispatch without = new PlannedDispatch(SITE, SETTINGS, closed("E"));

        assertThat(without.accept(HandMine.loading("T4", "S3", "F3", 0)))
                .singleElement()
                .satisfies(haul -> assertThat(haul.destinationId()).isEqualTo("D"));
    }

    @Test
    void aLoadGoesToAMetDumpWhenNoOtherTakesIt() {
        PlannedDispatch without = new PlannedDispatch(SITE, SETTINGS, closed("C"));

        assertThat(without.accept(HandMine.loading("T1", "S1", "F1", 0)))
                .singleElement()
                .satisfies(haul -> assertThat(haul.destinationId()).isEqualTo("C"));
    }

    @Test
    void knowsFuelLevelsFromStatesWithoutTelemetry() {
        StateChange low =
                new StateChange(
                        ProductionState.DUMPING,
                        null,
                        "C",
                        null,
                        null,
                        null,
                        5.0,
                        "OP",
                        null,
                        null);

        assertThat(policy.accept(HandMine.reading(EquipmentKind.HAULTRUCK, "T1", low, null, 0)))
                .singleElement()
                .satisfies(fuel -> assertThat(fuel.task()).isEqualTo(Task.FUEL));
    }

    @Test
    void assignsAgainWhenATruckRejects() {
        DispatchAssignment first = load(policy, dumping("T1", "C", 0));

        assertThat(policy.accept(HandMine.rejection(first, 1)))
                .singleElement()
                .satisfies(second -> assertThat(second.truckId()).isEqualTo("T1"))
                .satisfies(
                        second ->
                                assertThat(second.destinationId())
                                        .isNotEqualTo(first.destinationId()));
    }

    @Test
    void ignoresMachinesThatTheMineDoesNotHave() {
        assertThat(policy.accept(dumping("FAKE", "C", 0))).isEmpty();
    }

    private void isFirstPlan(DispatchPlan plan) {
        assertThat(plan.trigger()).isEqualTo(PlanCause.START);
    }

    private PlanCause cause() {
        return policy.lastPlan().orElseThrow().trigger();
    }

    private static void everyTruckDumps(DispatchPolicy policy, long atS) {
        policy.accept(dumping("T1", "C", atS));
        policy.accept(dumping("T2", "C", atS + 1));
        policy.accept(dumping("T3", "C", atS + 2));
        policy.accept(dumping("T4", "E", atS + 3));
    }

    private static DispatchAssignment load(DispatchPolicy policy, Reading reading) {
        List<DispatchAssignment> sent = policy.accept(reading);
        assertThat(sent).singleElement().satisfies(each -> assertThat(each).isNotNull());
        assertThat(sent.get(0).task()).isEqualTo(Task.LOAD);
        return sent.get(0);
    }

    /** Faces and dumps whose tonnes are met. */
    static OpenWork closed(String... met) {
        List<String> closed = List.of(met);
        return new OpenWork() {
            @Override
            public boolean open(String faceId) {
                return !closed.contains(faceId);
            }

            @Override
            public boolean open(String dumpId, Material material) {
                return !closed.contains(dumpId);
            }
        };
    }
}
