package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.random.Purpose;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.state.AcceptedAssignment;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.Stations;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The assignments of a truck: this class replies to each assignment and keeps accepted assignments
 * until the truck can begin them.
 */
final class TruckAssignments {

    /** The reason of a parked truck for which there is no work: all planned tonnes are met. */
    static final String NO_WORK = "NO_WORK";

    private static final long MAX_WAIT_MS = 1_200_000;

    /** How long a truck without work rests before it looks for work again, ms. */
    private static final long NO_WORK_MS = 900_000;

    private final PitContext context;
    private final Stations stations;
    private final HaulTruck truck;
    private final AssignmentCheck check;
    private AcceptedAssignment forEmptyTruck;
    private AcceptedAssignment forLoadedTruck;
    private AcceptedAssignment diversion;
    private String parkReason = "SHIFT_CHANGE";
    private boolean resting;
    private String answeredId;

    TruckAssignments(PitContext context, Stations stations, HaulTruck truck) {
        this.context = context;
        this.stations = stations;
        this.truck = truck;
        check = new AssignmentCheck(context, stations, truck);
    }

    /**
     * Checks an assignment, publishes the reply, and keeps an accepted assignment. An assignment
     * without an id, or with the same id as the previous assignment, is ignored.
     */
    void receive(AssignmentMessage.Request request, long nowMs) {
        if (request.assignmentId() == null || request.assignmentId().equals(answeredId)) {
            return;
        }
        answeredId = request.assignmentId();
        Optional<Task> task =
                request.task() == null ? Optional.empty() : Task.fromWireName(request.task());
        String rejection =
                task.isEmpty()
                        ? "unknown task " + request.task()
                        : check.rejection(request, task.get(), nowMs);
        reply(request.assignmentId(), rejection, nowMs);
        if (rejection == null) {
            context.counters().addAccepted();
            accept(assignmentOf(request, task.get()), nowMs);
        } else {
            context.counters().addRejected();
        }
    }

    /** Whether an empty truck has a valid assignment to refuel. */
    boolean fuelOrdered(long nowMs) {
        return forEmptyTruck != null
                && forEmptyTruck.task() == Task.FUEL
                && forEmptyTruck.validUntilMs() >= nowMs;
    }

    /**
     * Removes and returns the assignment that an empty truck begins now; null when there is no
     * valid assignment.
     */
    AcceptedAssignment takeForEmptyTruck(long nowMs) {
        AcceptedAssignment taken = forEmptyTruck;
        forEmptyTruck = null;
        boolean usable =
                taken != null
                        && taken.validUntilMs() >= nowMs
                        && (taken.task() != Task.LOAD || hasWork(taken.unitId(), nowMs));
        return usable ? taken : null;
    }

    private boolean hasWork(String unitId, long nowMs) {
        String faceId = stations.loadingStations().get(unitId).unit().faceId();
        return !stations.loadingStations().get(unitId).down()
                && context.digProgress().faceOpen(faceId, nowMs);
    }

    /**
     * Removes and returns the assignment that a loaded truck begins now; null when there is no
     * valid assignment.
     */
    AcceptedAssignment takeForLoadedTruck(Material material, long nowMs) {
        AcceptedAssignment taken = forLoadedTruck;
        forLoadedTruck = null;
        if (taken == null || taken.validUntilMs() < nowMs) {
            return null;
        }
        DumpStation station = stations.dumpStations().get(taken.destinationId());
        boolean open =
                station.point().accepts(material)
                        && !station.down()
                        && context.digProgress().dumpOpen(taken.destinationId(), material, nowMs);
        return open ? taken : null;
    }

    /**
     * Removes and returns the valid assignment that changes the destination of the current trip;
     * null when the trip continues.
     */
    AcceptedAssignment takeDiversion(long nowMs) {
        AcceptedAssignment taken = diversion;
        diversion = null;
        return taken != null && taken.validUntilMs() >= nowMs ? taken : null;
    }

    /** Sets the reason for which the truck drives to a parking area. */
    void setParkReason(String reason) {
        parkReason = reason;
    }

    String parkReason() {
        return parkReason;
    }

    /** Parks the truck, which has reached its parking area. */
    void park(long nowMs) {
        if ("SHIFT_CHANGE".equals(parkReason)) {
            SeededRandom random =
                    truck.random().ofShift(Purpose.CHANGE_OVER, truck.schedule().shift());
            double seconds = DurationModel.CHANGE_OVER.draw(random);
            truck.park("SHIFT_CHANGE", nowMs + Math.round(1_000 * seconds), true, nowMs);
        } else if ("PARK".equals(parkReason)) {
            resting = true;
            truck.park("STANDBY", nowMs + DurationModel.MAX_PARK_MS, false, nowMs);
        } else if (NO_WORK.equals(parkReason)) {
            resting = true;
            truck.park("STANDBY", nowMs + NO_WORK_MS, false, nowMs);
        } else {
            truck.park("STANDBY", HaulTruck.NEVER, false, nowMs);
        }
    }

    /** Lets the truck wait at its place until the assignment expires, but for a limited time. */
    void waitInPlace(AcceptedAssignment assignment, long nowMs) {
        resting = true;
        long until = Math.min(assignment.validUntilMs(), nowMs + MAX_WAIT_MS);
        truck.stand("STANDBY", Math.max(until, nowMs + 1_000), null, true, nowMs);
    }

    void endRest() {
        resting = false;
    }

    /**
     * The parking area that a PARK assignment names; null if the truck may use the nearest parking
     * area.
     */
    String parkingOf(AcceptedAssignment assignment) {
        Location location = context.roads().location(assignment.destinationId());
        return location != null && location.kind() == LocationKind.PARKING ? location.id() : null;
    }

    /** Accepted assignments that the truck has not begun. */
    List<AcceptedAssignment> pending() {
        return Stream.of(forEmptyTruck, forLoadedTruck, diversion)
                .filter(Objects::nonNull)
                .toList();
    }

    void restore(List<AcceptedAssignment> pending, boolean restsByAssignment) {
        resting = restsByAssignment;
        for (AcceptedAssignment assignment : pending) {
            if (assignment.task() == Task.OFFLOAD) {
                forLoadedTruck = assignment;
            } else {
                forEmptyTruck = assignment;
            }
        }
    }

    /** Whether the truck stands because of an assignment. */
    boolean resting() {
        return resting;
    }

    private void accept(AcceptedAssignment assignment, long nowMs) {
        boolean interrupted = truck.phase().resting() && truck.resume() != null;
        TruckPhase phase = interrupted ? truck.resume() : truck.phase();
        boolean offload = assignment.task() == Task.OFFLOAD;
        if (phase == (offload ? TruckPhase.HAULING : TruckPhase.TO_LOAD)) {
            diversion = assignment;
        } else if (offload) {
            forLoadedTruck = assignment;
        } else {
            forEmptyTruck = assignment;
            if (resting && phase.resting()) {
                resting = false;
                truck.driver().decide(nowMs);
            }
        }
    }

    private static AcceptedAssignment assignmentOf(AssignmentMessage.Request request, Task task) {
        return new AcceptedAssignment(
                request.assignmentId(),
                task,
                request.destinationId(),
                request.destinationEquipmentId(),
                request.route() == null ? List.of() : List.copyOf(request.route()),
                request.validUntil() == null
                        ? Long.MAX_VALUE
                        : request.validUntil().toEpochMilli());
    }

    private void reply(String assignmentId, String rejection, long nowMs) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("assignmentId", assignmentId);
        body.put("status", rejection == null ? "Accepted" : "Rejected");
        body.put("detail", rejection);
        truck.publisher().publish(ReadingStream.REPLY, nowMs, body);
    }
}
