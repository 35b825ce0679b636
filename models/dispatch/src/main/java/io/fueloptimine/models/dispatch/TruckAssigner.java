package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.ReasonCode;
import io.fueloptimine.models.mine.Task;
import io.fueloptimine.models.mine.Truck;
import io.fueloptimine.models.mine.TruckClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Stage two of dispatch: selects the next task of each truck that becomes free. The result depends
 * only on the state and the request: equal inputs give equal assignments with equal ids. Fast
 * enough for the task thread of a stream. Thread-safe.
 */
public final class TruckAssigner {

    private final MineSite site;
    private final AssignerSettings settings;
    private final AssignmentTracker log;
    private final NextTask nextTask;
    private volatile HaulTable hauls;

    public TruckAssigner(MineSite site, AssignerSettings settings) {
        this.site = site;
        this.settings = settings;
        this.log = new AssignmentTracker(site, settings);
        this.nextTask = new NextTask(site, settings, log);
        this.hauls = new HaulTable(site, List.of(), 0);
    }

    /**
     * The next task of a truck; see {@link NextTask} for the priorities.
     *
     * @return empty when the mine has no such truck
     */
    public Optional<AssignmentDecision> assign(AssignmentState book, TruckRequest request) {
        return site.truck(request.truckId())
                .map(
                        truck ->
                                decide(
                                        book,
                                        truck,
                                        request,
                                        new AssignmentAttempt(1, List.of(), 0, null)));
    }

    /**
     * Another task for a truck that rejected its last assignment.
     *
     * @return empty when the truck rejected a different assignment, or has no attempts left
     */
    public Optional<AssignmentDecision> assignAgain(
            AssignmentState book, String truckId, String assignmentId, Instant at) {
        TruckDuty duty = book.duty(truckId);
        Optional<Truck> truck = site.truck(truckId);
        if (truck.isEmpty()
                || !assignmentId.equals(duty.assignmentId())
                || duty.attempts() >= settings.maxAttempts()) {
            return Optional.empty();
        }
        List<String> refused = ImmutableCopies.with(duty.refused(), duty.destinationId());
        AssignmentAttempt attempt =
                new AssignmentAttempt(
                        duty.attempts() + 1, refused, duty.diversions(), ReasonCode.REJECTED);
        boolean loaded = duty.task() == Task.OFFLOAD;
        TruckRequest request =
                new TruckRequest(truckId, loaded, duty.locationId(), duty.unitId(), duty.freeAt());
        AssignmentState undone = withoutTrip(book, truck.get(), duty).with(asWorking(duty, at));
        return Optional.of(decide(undone, truck.get(), request, attempt));
    }

    /** New tasks for the trucks on their way to a loading unit that went down. */
    public List<AssignmentDecision> divert(AssignmentState book, String unitId, Instant at) {
        List<AssignmentDecision> decisions = new ArrayList<>();
        AssignmentState current = book;
        for (Truck truck : site.trucks()) {
            TruckDuty duty = current.duty(truck.id());
            if (duty.isBoundForUnit(unitId) && duty.diversions() < settings.maxDiversions()) {
                AssignmentAttempt attempt =
                        new AssignmentAttempt(
                                1, List.of(), duty.diversions() + 1, ReasonCode.DIVERTED);
                TruckRequest request = TruckRequest.empty(truck.id(), duty.locationId(), at);
                AssignmentState undone = withoutTrip(current, truck, duty);
                decisions.add(decide(undone, truck, request, attempt));
                current = decisions.get(decisions.size() - 1).book();
            }
        }
        return decisions;
    }

    /** Tasks for parked trucks that the plan needs again, longest parked first. */
    public List<AssignmentDecision> recall(AssignmentState book, Instant at) {
        List<AssignmentDecision> decisions = new ArrayList<>();
        if (book.plan() == null) {
            return decisions;
        }
        AssignmentState current = book;
        for (TruckClass truckClass : site.truckClasses()) {
            for (TruckDuty parked : parkedOf(book, truckClass.name())) {
                int missing = -log.surplus(current, truckClass.name());
                if (missing <= 0 || !mayReturn(parked, missing, at)) {
                    break;
                }
                Truck truck = site.truck(parked.truckId()).orElseThrow();
                TruckRequest request = TruckRequest.empty(truck.id(), parked.locationId(), at);
                AssignmentState working = current.with(asWorking(parked, at));
                AssignmentAttempt attempt =
                        new AssignmentAttempt(1, List.of(), 0, ReasonCode.RECALLED);
                decisions.add(decide(working, truck, request, attempt));
                current = decisions.get(decisions.size() - 1).book();
            }
        }
        return decisions;
    }

    private List<TruckDuty> parkedOf(AssignmentState book, String className) {
        return site.trucks().stream()
                .filter(truck -> truck.className().equals(className))
                .map(truck -> book.duty(truck.id()))
                .filter(duty -> duty.status() == DutyStatus.PARKED)
                .filter(duty -> duty.state() == ProductionState.PARKED)
                .sorted(
                        Comparator.comparing(TruckDuty::statusSince)
                                .thenComparing(TruckDuty::truckId))
                .toList();
    }

    private boolean mayReturn(TruckDuty parked, int missing, Instant at) {
        boolean longEnough = !at.isBefore(parked.statusSince().plusSeconds(settings.minParkedS()));
        return missing >= 2 || longEnough || parked.task() != Task.PARK;
    }

    private static TruckDuty asWorking(TruckDuty duty, Instant at) {
        return duty.withStatus(DutyStatus.WORKING, at);
    }

    private AssignmentDecision decide(
            AssignmentState book, Truck truck, TruckRequest request, AssignmentAttempt attempt) {
        Destinations destinations =
                new Destinations(
                        site,
                        settings,
                        haulsFor(book),
                        book,
                        truck,
                        NextTask.startOf(book, truck, request),
                        request.freeAt());
        TaskOption choice = nextTask.choose(book, truck, request, destinations, attempt);
        return record(book, truck, request, choice, attempt);
    }

    private AssignmentDecision record(
            AssignmentState book,
            Truck truck,
            TruckRequest request,
            TaskOption choice,
            AssignmentAttempt attempt) {
        DispatchAssignment assignment = assignmentOf(book, truck, request, choice, attempt);
        DutyStatus status = choice.task() == Task.PARK ? DutyStatus.PARKED : DutyStatus.WORKING;
        TruckDuty duty =
                book.duty(truck.id())
                        .withStatus(status, request.freeAt())
                        .told(
                                choice.task(),
                                choice.destinationId(),
                                choice.unitId() == null ? request.unitId() : choice.unitId(),
                                assignment.assignmentId(),
                                request.freeAt(),
                                attempt.number(),
                                attempt.refused(),
                                attempt.diversions());
        String leg =
                LegKey.of(
                        truck.className(),
                        request.loaded(),
                        NextTask.startOf(book, truck, request),
                        choice.destinationId());
        LegTripCount tally = book.tallies().get(leg);
        AssignmentState counted =
                tally == null
                        ? book
                        : book.withTallies(
                                ImmutableCopies.with(book.tallies(), leg, tally.plus(1)));
        return new AssignmentDecision(assignment, counted.with(duty));
    }

    private DispatchAssignment assignmentOf(
            AssignmentState book,
            Truck truck,
            TruckRequest request,
            TaskOption choice,
            AssignmentAttempt attempt) {
        DispatchPlan plan = book.plan();
        String id =
                MachineKey.textOf(site.site(), truck.id())
                        + "/"
                        + choice.task()
                        + "/"
                        + request.freeAt().toEpochMilli()
                        + (attempt.number() > 1 ? "/" + attempt.number() : "");
        return new DispatchAssignment(
                id,
                plan == null ? null : plan.planId(),
                site.site(),
                truck.id(),
                choice.task(),
                choice.destinationId(),
                choice.unitId(),
                choice.segmentIds(),
                choice.reasonCode(),
                choice.litresSaved(),
                request.freeAt(),
                request.freeAt().plusSeconds(settings.validForS()));
    }

    private AssignmentState withoutTrip(AssignmentState book, Truck truck, TruckDuty duty) {
        String leg =
                LegKey.of(
                        truck.className(),
                        duty.task() == Task.OFFLOAD,
                        String.valueOf(duty.locationId()),
                        String.valueOf(duty.destinationId()));
        LegTripCount tally = book.tallies().get(leg);
        return tally == null || tally.given() == 0
                ? book
                : book.withTallies(ImmutableCopies.with(book.tallies(), leg, tally.plus(-1)));
    }

    private HaulTable haulsFor(AssignmentState book) {
        HaulTable current = hauls;
        if (!current.fits(book.closedSegmentIds(), book.extraRollingResistancePct())) {
            current =
                    new HaulTable(site, book.closedSegmentIds(), book.extraRollingResistancePct());
            hauls = current;
        }
        return current;
    }
}
