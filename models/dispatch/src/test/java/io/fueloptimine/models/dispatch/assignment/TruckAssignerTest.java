package io.fueloptimine.models.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.ShiftProgress;
import io.fueloptimine.models.dispatch.fleet.TestMine;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TruckAssignerTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:10:00Z");
    private static final AssignerSettings SETTINGS = AssignerSettings.defaults();

    private final MineSite site = withFaceTargets(TestMine.small());
    private final Truck truck = site.trucks().get(0);
    private final String dump = truck.pairedDumpId();
    private final TruckAssigner assigner = new TruckAssigner(site, SETTINGS);
    private final AssignmentTracker tracker = new AssignmentTracker(site);
    private final FleetChanges changes = new FleetChanges(site);

    @Test
    void keepsTheFixedPairWhileThereIsNoPlan() {
        DispatchAssignment load = assign(state(), TruckRequest.empty(truck.id(), dump, AT));

        assertThat(load.task()).isEqualTo(Task.LOAD);
        assertThat(load.destinationEquipmentId()).isEqualTo(truck.pairedLoadingUnitId());
        assertThat(load.reasonCode()).isEqualTo(ReasonCode.FIXED_PAIR);
        assertThat(load.expectedLitresSaved()).isZero();
        assertThat(load.planId()).isNull();
    }

    @Test
    void givesTheSameAssignmentForTheSameBookAndRequest() {
        TruckRequest request = TruckRequest.empty(truck.id(), dump, AT);

        assertThat(assign(planned(List.of(), 1), request))
                .isEqualTo(assign(planned(List.of(), 1), request));
        assertThat(assign(planned(List.of(), 1), request).assignmentId())
                .startsWith(site.site() + "/" + truck.id() + "/")
                .endsWith("/" + AT.toEpochMilli());
    }

    @Test
    void sendsALoadedTruckOnlyWhereItsMaterialIsTaken() {
        for (var unit : site.loadingUnits()) {
            DispatchAssignment offload =
                    assign(
                            planned(List.of(), 1),
                            TruckRequest.loaded(truck.id(), unit.faceId(), unit.id(), AT));

            assertThat(offload.task()).isEqualTo(Task.OFFLOAD);
            assertThat(site.dump(offload.destinationId()).orElseThrow().accepts(unit.material()))
                    .isTrue();
            assertThat(offload.routeSegmentIds()).isNotEmpty();
        }
    }

    @Test
    void doesNotUseAClosedRoad() {
        AssignmentState state = planned(List.of("RAMP-N"), 1);

        assertThat(assign(state, TruckRequest.empty(truck.id(), dump, AT)).routeSegmentIds())
                .contains("RAMP-S")
                .doesNotContain("RAMP-N");
    }

    @Test
    void waitsWhereItIsWhenThereIsNoWay() {
        AssignmentState state = planned(List.of("RAMP-N", "RAMP-S", "TO-BAY"), 1);

        DispatchAssignment wait = assign(state, TruckRequest.empty(truck.id(), dump, AT));

        assertThat(wait.task()).isEqualTo(Task.WAIT);
        assertThat(wait.destinationId()).isEqualTo(dump);
    }

    @Test
    void followsThePlansRatesOverManyTrucks() {
        AssignmentState state = planned(List.of(), 1);
        Map<String, Integer> given = new HashMap<>();
        Instant at = AT;
        for (int i = 0; i < 60; i++) {
            at = at.plusSeconds(90);
            Truck next = site.trucks().get(i % site.trucks().size());
            state =
                    withReport(
                            state,
                            next,
                            ProductionState.DUMPING,
                            next.pairedDumpId(),
                            90.0,
                            null,
                            at);
            AssignmentDecision decision =
                    assigner.assign(state, TruckRequest.empty(next.id(), next.pairedDumpId(), at))
                            .orElseThrow();
            given.merge(decision.assignment().destinationId(), 1, Integer::sum);
            state = decision.state();
        }
        Set<String> plannedFaces = new HashSet<>();
        state.plan().flows().stream()
                .filter(flow -> !flow.loaded())
                .forEach(flow -> plannedFaces.add(flow.toLocationId()));
        assertThat(given.keySet()).containsAll(plannedFaces);
    }

    @Test
    void sendsATruckUnderTheCandidateThresholdToAFreeBayOnly() {
        AssignmentState low = low(planned(List.of(), 1), truck, 35);
        DispatchAssignment fuel = assign(low, TruckRequest.empty(truck.id(), dump, AT));
        assertThat(fuel.task()).isEqualTo(Task.FUEL);
        assertThat(fuel.reasonCode()).isEqualTo(ReasonCode.LOW_FUEL);

        AssignmentState busy = low;
        for (int i = 1; i <= SETTINGS.fuelBayPlaces(); i++) {
            Truck other = site.trucks().get(i);
            busy = low(busy, other, 35);
            busy =
                    assigner.assign(busy, TruckRequest.empty(other.id(), other.pairedDumpId(), AT))
                            .orElseThrow()
                            .state();
        }
        assertThat(assign(busy, TruckRequest.empty(truck.id(), dump, AT)).task())
                .isEqualTo(Task.LOAD);
        assertThat(assign(low(busy, truck, 9), TruckRequest.empty(truck.id(), dump, AT)))
                .satisfies(critical -> assertThat(critical.task()).isEqualTo(Task.FUEL))
                .satisfies(c -> assertThat(c.reasonCode()).isEqualTo(ReasonCode.CRITICAL_FUEL));
    }

    @Test
    void parksATruckThatTheTonnesLeftDoNotNeedAndCallsItBackWhenTheyDo() {
        AssignmentState state = withLeft(everyTruckWorking(AT.minusSeconds(10)), 0.01);
        state = tracker.planned(state, plan(List.of(), 0.3));
        Truck spare = firstParked(state);
        AssignmentDecision parked =
                assigner.assign(state, TruckRequest.empty(spare.id(), spare.pairedDumpId(), AT))
                        .orElseThrow();
        assertThat(parked.assignment().task()).isEqualTo(Task.PARK);
        assertThat(parked.assignment().reasonCode()).isEqualTo(ReasonCode.SURPLUS);

        AssignmentState standing =
                withReport(parked.state(), spare, ProductionState.PARKED, "PARK", 90.0, null, AT);
        AssignmentState wanted = withLeft(standing, 20);
        assertThat(assigner.checkParked(wanted, AT)).isEmpty();
        Instant later = AT.plusSeconds(SETTINGS.minParkedS());
        assertThat(assigner.checkParked(standing, later)).isEmpty();
        assertThat(assigner.checkParked(wanted, later))
                .singleElement()
                .satisfies(d -> assertThat(d.assignment().task()).isEqualTo(Task.LOAD))
                .satisfies(
                        d -> assertThat(d.assignment().reasonCode()).isEqualTo(ReasonCode.RECALLED))
                .satisfies(d -> assertThat(assigner.checkParked(d.state(), later)).isEmpty());
    }

    @Test
    void tellsAParkedTruckAgainToStay() {
        AssignmentState state = withLeft(everyTruckWorking(AT.minusSeconds(10)), 0.01);
        state = tracker.planned(state, plan(List.of(), 0.3));
        Truck spare = firstParked(state);
        state =
                assigner.assign(state, TruckRequest.empty(spare.id(), spare.pairedDumpId(), AT))
                        .orElseThrow()
                        .state();
        state = withReport(state, spare, ProductionState.PARKED, "PARK", 90.0, null, AT);

        Instant again = AT.plusSeconds(SETTINGS.stayParkedS());
        AssignmentState later =
                tracker.planned(state, plan(List.of(), 0.3, again.minusSeconds(60)));
        assertThat(assigner.checkParked(later, again.minusSeconds(1))).isEmpty();
        assertThat(assigner.checkParked(later, again))
                .singleElement()
                .satisfies(d -> assertThat(d.assignment().task()).isEqualTo(Task.PARK))
                .satisfies(d -> assertThat(d.assignment().destinationId()).isEqualTo("PARK"))
                .satisfies(d -> assertThat(assigner.checkParked(d.state(), again)).isEmpty());
    }

    @Test
    void doesNotAssignByAPlanThatHasExpired() {
        AssignmentState state = planned(List.of(), 1);
        Instant end = state.plan().validUntil();
        TruckRequest valid = TruckRequest.empty(truck.id(), dump, end);
        TruckRequest expired = TruckRequest.empty(truck.id(), dump, end.plusSeconds(1));

        assertThat(assign(state, valid).planId()).isEqualTo(state.plan().planId());
        assertThat(assign(state, expired).planId()).isNull();
        assertThat(assign(state, expired).destinationEquipmentId())
                .isEqualTo(truck.pairedLoadingUnitId());
        assertThat(assign(state, expired).reasonCode()).isEqualTo(ReasonCode.FIXED_PAIR);
    }

    @Test
    void givesOneMoreAssignmentAfterARejectionAndNoMore() {
        AssignmentState state =
                withReport(
                        planned(List.of(), 1),
                        truck,
                        ProductionState.DUMPING,
                        dump,
                        90.0,
                        null,
                        AT);
        AssignmentDecision first =
                assigner.assign(state, TruckRequest.empty(truck.id(), dump, AT)).orElseThrow();
        String firstId = first.assignment().assignmentId();

        AssignmentDecision second =
                assigner.assignAgain(first.state(), truck.id(), firstId, AT).orElseThrow();

        assertThat(second.assignment().destinationId())
                .isNotEqualTo(first.assignment().destinationId());
        assertThat(second.assignment().assignmentId()).endsWith("/2");
        assertThat(
                        assigner.assignAgain(
                                second.state(), truck.id(), second.assignment().assignmentId(), AT))
                .isEmpty();
        assertThat(assigner.assignAgain(second.state(), truck.id(), firstId, AT)).isEmpty();
    }

    @Test
    void divertsTrucksUnderWayToAUnitThatWentDownOnce() {
        AssignmentDecision first =
                assigner.assign(planned(List.of(), 1), TruckRequest.empty(truck.id(), dump, AT))
                        .orElseThrow();
        String unit = first.assignment().destinationEquipmentId();
        Instant later = AT.plusSeconds(60);

        List<AssignmentDecision> diverted =
                assigner.divert(changes.machine(first.state(), unit, false), unit, later);

        assertThat(diverted).hasSize(1);
        DispatchAssignment other = diverted.get(0).assignment();
        assertThat(other.destinationEquipmentId()).isNotEqualTo(unit);
        assertThat(other.reasonCode()).isEqualTo(ReasonCode.DIVERTED);
        assertThat(assigner.divert(diverted.get(0).state(), other.destinationEquipmentId(), later))
                .isEmpty();
    }

    @Test
    void ignoresAStateOlderThanTheLastOne() {
        AssignmentState now =
                withReport(state(), truck, ProductionState.HAULING, "PIT", 80.0, null, AT);

        assertThat(
                        withReport(
                                now,
                                truck,
                                ProductionState.LOADING,
                                "FACE-0",
                                82.0,
                                null,
                                AT.minusSeconds(60)))
                .isEqualTo(now);
    }

    @Test
    void hasNoAnswerForATruckOfAnotherMine() {
        assertThat(assigner.assign(state(), TruckRequest.empty("X-1", dump, AT))).isEmpty();
    }

    /** The mine with the tonnes of its loading units as targets of their faces. */
    private static MineSite withFaceTargets(MineSite mine) {
        FaceTarget[] targets =
                mine.loadingUnits().stream()
                        .map(
                                unit ->
                                        new FaceTarget(
                                                unit.faceId(), unit.material(), 12 * unit.maxTph()))
                        .toArray(FaceTarget[]::new);
        return mine.withDigPlan(DigPlan.of(targets));
    }

    private DispatchAssignment assign(AssignmentState state, TruckRequest request) {
        Optional<AssignmentDecision> decision = assigner.assign(state, request);
        return decision.orElseThrow().assignment();
    }

    private AssignmentState state() {
        return AssignmentState.empty(site.site());
    }

    private AssignmentState planned(List<String> closed, double load) {
        AssignmentState state = state();
        return tracker.planned(
                state.with(state.fleet().withRoads(closed, List.of(), 0)), plan(closed, load));
    }

    private FleetSituation situation(List<String> closed, Instant at) {
        return new FleetSituation(
                site.site(),
                at,
                closed,
                List.of(),
                FleetSituation.allReady(site, at).trucks(),
                Map.of(),
                0);
    }

    private DispatchPlan plan(List<String> closed, double load) {
        return plan(closed, load, AT);
    }

    private DispatchPlan plan(List<String> closed, double load, Instant at) {
        return new FleetPlanner(TestMine.withTarget(site, load), PlannerSettings.defaults())
                .plan(
                        situation(closed, at),
                        new PlanTrigger(site.site(), PlanCause.CLOCK, null, at));
    }

    private AssignmentState everyTruckWorking(Instant at) {
        AssignmentState state = state();
        for (Truck each : site.trucks()) {
            state =
                    withReport(
                            state,
                            each,
                            ProductionState.DRIVING,
                            each.pairedDumpId(),
                            90.0,
                            null,
                            at);
        }
        return state;
    }

    private Truck firstParked(AssignmentState state) {
        return site.trucks().stream()
                .filter(
                        each ->
                                assign(
                                                        state,
                                                        TruckRequest.empty(
                                                                each.id(), each.pairedDumpId(), AT))
                                                .task()
                                        == Task.PARK)
                .findFirst()
                .orElseThrow();
    }

    /** A state in which a multiple of the tonnes of a shift is left at each face. */
    private AssignmentState withLeft(AssignmentState state, double shifts) {
        Map<String, Double> leftT = new HashMap<>();
        site.digPlan()
                .faces()
                .forEach(face -> leftT.put(face.faceId(), shifts * face.shiftTonnes()));
        Instant start = site.digPlan().shiftStart(AT);
        return state.with(state.fleet().with(new ShiftProgress(start, leftT, List.of())));
    }

    private AssignmentState low(AssignmentState state, Truck which, double levelPct) {
        String place = which.pairedDumpId();
        return withReport(state, which, ProductionState.DUMPING, place, levelPct, null, AT);
    }

    private AssignmentState withReport(
            AssignmentState state,
            Truck which,
            ProductionState productionState,
            String place,
            Double levelPct,
            String reason,
            Instant at) {
        StateChange change =
                new StateChange(
                        productionState,
                        null,
                        place,
                        null,
                        null,
                        null,
                        levelPct,
                        null,
                        null,
                        reason);
        return changes.truck(state, which.id(), change, at);
    }
}
