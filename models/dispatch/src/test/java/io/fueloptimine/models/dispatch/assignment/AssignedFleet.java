package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.ShiftProgress;
import io.fueloptimine.models.dispatch.fleet.TestMine;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small mine, its assigner, and states of its fleet for tests. */
final class AssignedFleet {

    static final Instant AT = Instant.parse("2026-01-05T08:10:00Z");
    static final AssignerSettings SETTINGS = AssignerSettings.defaults();

    final MineSite site = withFaceTargets(TestMine.small());
    final Truck truck = site.trucks().get(0);
    final String dump = truck.pairedDumpId();
    final TruckAssigner assigner = new TruckAssigner(site, SETTINGS);
    final AssignmentTracker tracker = new AssignmentTracker(site);
    final FleetChanges changes = new FleetChanges(site);

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

    DispatchAssignment assign(AssignmentState state, TruckRequest request) {
        Optional<AssignmentDecision> decision = assigner.assign(state, request);
        return decision.orElseThrow().assignment();
    }

    AssignmentState state() {
        return AssignmentState.empty(site.site());
    }

    AssignmentState planned(List<String> closed, double load) {
        AssignmentState state = state();
        return tracker.planned(
                state.with(state.fleet().withRoads(closed, List.of(), 0)), plan(closed, load));
    }

    FleetSituation situation(List<String> closed, Instant at) {
        return new FleetSituation(
                site.site(),
                at,
                closed,
                List.of(),
                FleetSituation.allReady(site, at).trucks(),
                Map.of(),
                0);
    }

    DispatchPlan plan(List<String> closed, double load) {
        return plan(closed, load, AT);
    }

    DispatchPlan plan(List<String> closed, double load, Instant at) {
        return new FleetPlanner(TestMine.withTarget(site, load), PlannerSettings.defaults())
                .plan(
                        situation(closed, at),
                        new PlanTrigger(site.site(), PlanCause.CLOCK, null, at));
    }

    AssignmentState everyTruckWorking(Instant at) {
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

    Truck firstParked(AssignmentState state) {
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
    AssignmentState withLeft(AssignmentState state, double shifts) {
        Map<String, Double> leftT = new HashMap<>();
        site.digPlan()
                .faces()
                .forEach(face -> leftT.put(face.faceId(), shifts * face.shiftTonnes()));
        Instant start = site.digPlan().shiftStart(AT);
        return state.with(state.fleet().with(new ShiftProgress(start, leftT, List.of())));
    }

    AssignmentState low(AssignmentState state, Truck which, double levelPct) {
        String place = which.pairedDumpId();
        return withReport(state, which, ProductionState.DUMPING, place, levelPct, null, AT);
    }

    AssignmentState withReport(
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
