package io.fueloptimine.models.dispatch.policy;

import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.assignment.AssignmentAttempt;
import io.fueloptimine.models.dispatch.assignment.AssignmentState;
import io.fueloptimine.models.dispatch.assignment.AssignmentTracker;
import io.fueloptimine.models.dispatch.assignment.TruckRequest;
import io.fueloptimine.models.dispatch.fleet.FleetMachines;
import io.fueloptimine.models.dispatch.fleet.FleetReadings;
import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.FleetTracker;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.AssignmentReply;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Dispatches trucks by a {@link DispatchRule}, one truck at a time, without a plan. Trucks refuel
 * by themselves. A truck for which no haul is open parks, and is called back when a haul is open
 * again; under a rule that does not cover exceptions, such a truck gets no assignment. Assignments
 * have the reason code FIXED_PAIR, as those of job dispatch without a plan.
 */
public final class RuleDispatch implements DispatchPolicy {

    /** Time between two checks whether parked trucks have work, s. */
    private static final long RECALL_EVERY_S = 60;

    private final MineSite mine;
    private final DispatchRule rule;
    private final AssignerSettings settings;
    private final FleetMachines machines;
    private final AssignmentTracker tracker;
    private final FleetTracker fleets;
    private final RoadHaulModel hauls;
    private final LoadingTimes loadingTimes;
    private final HaulOptions options;
    private final RuleAssignments orders;

    private AssignmentState assignments;
    private Instant recalledAt = Instant.MIN;

    /**
     * @param assigner validity of assignments, number of attempts and diversions, times of spotting
     *     and dumping
     * @param roadSettings rolling resistance of wet roads
     * @param work the faces and dumps to which trucks may be sent; asked at each assignment
     */
    public RuleDispatch(
            MineSite mine,
            DispatchRule rule,
            AssignerSettings assigner,
            FleetSettings roadSettings,
            OpenWork work) {
        this.mine = mine;
        this.rule = rule;
        this.settings = assigner;
        machines = new FleetMachines(mine);
        tracker = new AssignmentTracker(mine);
        fleets = new FleetTracker(mine, roadSettings);
        hauls = new RoadHaulModel(mine);
        loadingTimes = new LoadingTimes(mine, hauls);
        options = new HaulOptions(mine, assigner, work, loadingTimes);
        orders = new RuleAssignments(mine, assigner.validForS());
        assignments = AssignmentState.empty(mine.site());
    }

    @Override
    public List<DispatchAssignment> accept(Reading reading) {
        if (!FleetReadings.isNeeded(reading) || !machines.sent(reading)) {
            return List.of();
        }
        List<DispatchAssignment> sent = new ArrayList<>();
        loadingTimes.accept(reading);
        AssignmentState before = assignments;
        assignments = assignments.with(fleets.withReading(assignments.fleet(), reading));
        if (reading.reply() != null) {
            afterReply(reading, reading.reply(), sent);
        } else if (reading.kind() == EquipmentKind.HAULTRUCK && reading.state() != null) {
            afterTruck(before, reading, sent);
        } else if (reading.state() != null) {
            afterUnit(before, reading, sent);
        }
        recall(reading.time(), sent);
        return sent;
    }

    @Override
    public void accept(PlanTrigger trigger) {
        assignments = assignments.with(fleets.withTrigger(assignments.fleet(), trigger));
    }

    private void afterTruck(
            AssignmentState before, Reading reading, List<DispatchAssignment> sent) {
        TruckState truck = before.fleet().truck(reading.machineId());
        if (!truck.isNewerThan(reading.time())) {
            tracker.requestOf(truck, reading.state(), reading.time())
                    .ifPresent(request -> assign(request, AssignmentAttempt.first(), sent));
        }
    }

    private void afterUnit(AssignmentState before, Reading reading, List<DispatchAssignment> sent) {
        String unitId = reading.machineId();
        boolean wentDown = before.fleet().isUp(unitId) && !assignments.fleet().isUp(unitId);
        if (wentDown && rule.coversExceptions()) {
            divert(unitId, reading.time(), sent);
        }
    }

    private void divert(String unitId, Instant at, List<DispatchAssignment> sent) {
        for (Truck truck : mine.trucks()) {
            TruckState task = assignments.fleet().truck(truck.id());
            if (task.isBoundForUnit(unitId) && task.diversions() < settings.maxDiversions()) {
                assign(
                        TruckRequest.empty(truck.id(), task.locationId(), at),
                        new AssignmentAttempt(
                                1, List.of(), task.diversions() + 1, ReasonCode.DIVERTED),
                        sent);
            }
        }
    }

    private void afterReply(Reading reading, AssignmentReply reply, List<DispatchAssignment> sent) {
        TruckState task = assignments.fleet().truck(reading.machineId());
        if (reply.accepted()
                || !rule.coversExceptions()
                || !reply.assignmentId().equals(task.assignmentId())
                || task.attempts() >= settings.maxAttempts()) {
            return;
        }
        List<String> refused = new ArrayList<>(task.refused());
        refused.add(task.destinationId());
        assign(
                new TruckRequest(
                        task.truckId(),
                        task.task() == Task.OFFLOAD,
                        task.locationId(),
                        task.unitId(),
                        task.freeAt()),
                new AssignmentAttempt(
                        task.attempts() + 1, refused, task.diversions(), ReasonCode.REJECTED),
                sent);
    }

    /** Gives parked trucks work that has become open. */
    private void recall(Instant at, List<DispatchAssignment> sent) {
        if (at.isBefore(recalledAt.plusSeconds(RECALL_EVERY_S))) {
            return;
        }
        recalledAt = at;
        for (Truck truck : mine.trucks()) {
            TruckState task = assignments.fleet().truck(truck.id());
            if (task.task() == Task.PARK && task.state() == ProductionState.PARKED) {
                TruckRequest request = TruckRequest.empty(truck.id(), task.locationId(), at);
                AssignmentAttempt again =
                        new AssignmentAttempt(1, List.of(), 0, ReasonCode.RECALLED);
                work(truck, request, again).ifPresent(each -> send(each, request, again, sent));
            }
        }
    }

    private void assign(
            TruckRequest request, AssignmentAttempt attempt, List<DispatchAssignment> sent) {
        mine.truck(request.truckId())
                .flatMap(
                        truck ->
                                work(truck, request, attempt)
                                        .or(() -> parking(truck, request, attempt)))
                .ifPresent(assignment -> send(assignment, request, attempt, sent));
    }

    private Optional<DispatchAssignment> work(
            Truck truck, TruckRequest request, AssignmentAttempt attempt) {
        return best(truck, request, attempt)
                .map(haul -> orders.haul(truck, request, attempt, haul, costs()));
    }

    /** Parking for an empty truck. A loaded truck without an assignment dumps where it can. */
    private Optional<DispatchAssignment> parking(
            Truck truck, TruckRequest request, AssignmentAttempt attempt) {
        return request.loaded() || !rule.coversExceptions()
                ? Optional.empty()
                : orders.parking(truck, request, attempt, costs());
    }

    private void send(
            DispatchAssignment assignment,
            TruckRequest request,
            AssignmentAttempt attempt,
            List<DispatchAssignment> sent) {
        assignments = tracker.withAssignment(assignments, request, assignment, attempt);
        sent.add(assignment);
    }

    private Optional<HaulOption> best(
            Truck truck, TruckRequest request, AssignmentAttempt attempt) {
        HaulOptions.Moment moment =
                new HaulOptions.Moment(assignments, down(), costs(), request.freeAt());
        if (!request.loaded()) {
            String from = RuleAssignments.startOf(truck, request);
            return options.ofEmpty(truck, from, attempt.refused(), moment).stream()
                    .filter(rule::admits)
                    .min(rule.order());
        }
        Optional<LoadingUnit> unit =
                Optional.ofNullable(request.unitId()).flatMap(mine::loadingUnit);
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        List<HaulOption> hauls = options.ofLoaded(truck, unit.get(), attempt.refused(), moment);
        return hauls.stream()
                .filter(rule::admits)
                .min(rule.order())
                .or(() -> hauls.stream().min(rule.order()));
    }

    private Set<String> down() {
        return Set.copyOf(assignments.fleet().downMachineIds());
    }

    private HaulCosts costs() {
        FleetState fleet = assignments.fleet();
        return hauls.costs(fleet.closedSegmentIds(), fleet.extraRollingResistancePct());
    }
}
