package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.allocation.TruckAllocation;
import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.note.OperatorNotes;
import io.fueloptimine.jobs.simulator.random.Purpose;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.state.AcceptedAssignment;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import io.fueloptimine.jobs.simulator.station.FuelBay;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.jobs.simulator.station.Stations;
import io.fueloptimine.models.mine.dispatch.Task;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the next activity of a truck. The order of priority is: breakdowns, shift changes and
 * meals; refuelling; the standby time of the cycle; an accepted assignment that is still valid; the
 * loading unit or dump that the allocation chooses. The first three do not depend on assignments.
 */
final class TruckDriver {

    private final PitContext context;
    private final Stations stations;
    private final TruckAllocation allocation;
    private final OperatorNotes notes;
    private final HaulTruck truck;
    private final TruckAssignments assignments;
    private final RefuelPlan refuelPlan;
    private final TruckStops stops;
    private final LoadedTrip loadedTrip;

    TruckDriver(TruckSurroundings surroundings, HaulTruck truck) {
        context = surroundings.context();
        stations = surroundings.stations();
        allocation = surroundings.allocation();
        notes = surroundings.notes();
        this.truck = truck;
        assignments = new TruckAssignments(context, stations, truck);
        stops = new TruckStops(context, truck);
        loadedTrip = new LoadedTrip(surroundings, truck, assignments);
        refuelPlan =
                new RefuelPlan(
                        truck.engine().tank(), truck.random().ofRefuelling(Purpose.REFUEL_LEVELS));
    }

    TruckAssignments assignments() {
        return assignments;
    }

    LoadedTrip loadedTrip() {
        return loadedTrip;
    }

    TruckStops stops() {
        return stops;
    }

    RefuelPlan refuelPlan() {
        return refuelPlan;
    }

    /** Draws the refuel plan that belongs to the truck's restored numbers. */
    void restoreRefuelPlan() {
        refuelPlan.drawNext(truck.random().ofRefuelling(Purpose.REFUEL_LEVELS));
    }

    void refuelled() {
        truck.random().nextRefuelling();
        refuelPlan.drawNext(truck.random().ofRefuelling(Purpose.REFUEL_LEVELS));
    }

    /** Chooses the next activity of an empty truck at a location. */
    void decide(long nowMs) {
        if (stops.interrupted(nowMs)) {
            return;
        }
        boolean fuelDue =
                context.activities().ownStops()
                        && refuelPlan.due()
                        && !assignments.fuelOrdered(nowMs);
        if (refuelPlan.reserveReached() || fuelDue) {
            goForFuel(null, nowMs);
        } else if (!stops.standBy(nowMs)) {
            work(nowMs);
        }
    }

    private void work(long nowMs) {
        context.digProgress().givesUp(truck.id());
        AcceptedAssignment assignment = assignments.takeForEmptyTruck(nowMs);
        if (assignment != null) {
            follow(assignment, nowMs);
            return;
        }
        SeededRandom random = truck.random().ofCycle(Purpose.ALLOCATED_UNIT);
        allocation
                .loadingStationFor(truck.spec(), truck.placeId(), random, nowMs)
                .ifPresentOrElse(
                        station -> goToLoad(station, null, nowMs), () -> restWithoutWork(nowMs));
    }

    /** Parks the truck, because the tonnes of all faces are met. */
    private void restWithoutWork(long nowMs) {
        truck.times().cancelCycle();
        if (context.roads().nearestParking(truck.placeId()).equals(truck.placeId())) {
            assignments.setParkReason(TruckAssignments.NO_WORK);
            assignments.park(nowMs);
        } else {
            goPark(null, TruckAssignments.NO_WORK, nowMs);
        }
    }

    /** Ends a stop that did not interrupt a journey. */
    void restEnded(long nowMs) {
        String reason = truck.reason();
        if ("SHIFT_CHANGE".equals(reason)) {
            truck.schedule().changeOver(nowMs);
            truck.engine().setOperatorFactor(truck.schedule().burnFactor());
        } else if ("DOWN".equals(reason)) {
            truck.schedule().repaired(nowMs);
        }
        assignments.endRest();
        truck.task().endAssignment();
        decide(nowMs);
    }

    /** Handles the arrival at the destination. */
    void arrived(long nowMs) {
        switch (truck.phase()) {
            case TO_LOAD -> truck.task().loadingStation().arrive(truck.work(), nowMs);
            case HAULING -> truck.task().dumpStation().arrive(truck.work(), nowMs);
            case TO_FUEL -> arrivedAtFuelBay(nowMs);
            case TO_PARK -> assignments.park(nowMs);
            default -> throw new IllegalStateException(truck.id() + " arrived " + truck.phase());
        }
    }

    /**
     * Changes the destination if an assignment demands it. Returns whether the destination has
     * changed.
     */
    boolean diverted(long nowMs) {
        AcceptedAssignment assignment = assignments.takeDiversion(nowMs);
        if (assignment == null) {
            return false;
        }
        if (assignment.task() == Task.OFFLOAD) {
            loadedTrip.divert(assignment, nowMs);
        } else {
            follow(assignment, nowMs);
        }
        return true;
    }

    /**
     * Handles a long wait in the queue of a loading unit; the truck leaves the queue if the unit is
     * down.
     */
    void waitedLongForLoading(long nowMs) {
        LoadingStation station = truck.task().loadingStation();
        if (station.down()) {
            station.leaveQueue(truck.work());
            truck.times().cancelCycle();
            context.digProgress().givesUp(truck.id());
            decide(nowMs);
        } else {
            truck.scheduleEvent(nowMs + DurationModel.QUEUE_CHECK_MS);
        }
    }

    /** Stops the truck because no route is open; the truck looks for a route again later. */
    void waitForOpenRoad(TruckPhase then, long nowMs) {
        notes.waitingAtClosedRoad(truck.operator(), nowMs);
        truck.stand("ROAD_CLOSED", nowMs + DurationModel.ROAD_RETRY_MS, then, true, nowMs);
    }

    /** Sets the nearest fuel bay as the truck's fuel bay, after a restart of the simulation. */
    void useNearestFuelBay() {
        truck.task().refuelAt(nearestFuelBay());
    }

    /**
     * Drives to a parking area.
     *
     * @param placeId the parking area; null for the nearest parking area
     */
    void goPark(String placeId, String reason, long nowMs) {
        assignments.setParkReason(reason);
        String parking =
                placeId == null ? context.roads().nearestParking(truck.placeId()) : placeId;
        truck.trip().drive(TruckPhase.TO_PARK, parking, List.of(), nowMs);
    }

    private void follow(AcceptedAssignment assignment, long nowMs) {
        truck.task().follow(assignment.assignmentId());
        if (assignment.task() != Task.LOAD) {
            truck.times().cancelCycle();
            context.digProgress().givesUp(truck.id());
        }
        switch (assignment.task()) {
            case LOAD -> {
                LoadingStation station = stations.loadingStations().get(assignment.unitId());
                goToLoad(station, assignment, nowMs);
            }
            case FUEL -> goForFuel(assignment, nowMs);
            case PARK -> goPark(assignments.parkingOf(assignment), "PARK", nowMs);
            default -> assignments.waitInPlace(assignment, nowMs);
        }
    }

    private void goToLoad(LoadingStation station, AcceptedAssignment assignment, long nowMs) {
        boolean diverted = truck.phase() == TruckPhase.TO_LOAD;
        truck.task().loadAt(station);
        context.digProgress()
                .fetches(
                        truck.id(),
                        station.unit().faceId(),
                        DurationModel.PAYLOAD_MODE * truck.engine().truckClass().payloadT());
        if (!diverted) {
            truck.times().beginCycle(nowMs);
            truck.trip().countLegsAnew();
        }
        List<String> segmentIds = assignment == null ? List.of() : assignment.segmentIds();
        truck.trip().drive(TruckPhase.TO_LOAD, station.unit().faceId(), segmentIds, nowMs);
    }

    private void goForFuel(AcceptedAssignment assignment, long nowMs) {
        String wanted = assignment == null ? null : assignment.destinationId();
        FuelBay bay =
                wanted != null && stations.fuelBays().containsKey(wanted)
                        ? stations.fuelBays().get(wanted)
                        : nearestFuelBay();
        truck.task().refuelAt(bay);
        truck.trip().drive(TruckPhase.TO_FUEL, bay.locationId(), List.of(), nowMs);
    }

    private FuelBay nearestFuelBay() {
        return stations.fuelBays().values().stream()
                .min(
                        Comparator.comparingDouble(
                                bay -> context.roads().metres(truck.placeId(), bay.locationId())))
                .orElseThrow(() -> new IllegalStateException("the mine has no fuel bay"));
    }

    private void arrivedAtFuelBay(long nowMs) {
        if (truck.task().fuelBay().arrive(truck.work())) {
            truck.work().startRefuelling(nowMs);
        } else {
            truck.work().queueForFuel(nowMs);
        }
    }
}
