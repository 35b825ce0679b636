package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.allocation.TruckAllocation;
import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.digplan.DigProgress;
import io.fueloptimine.jobs.simulator.random.Purpose;
import io.fueloptimine.jobs.simulator.state.AcceptedAssignment;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.Stations;
import io.fueloptimine.models.mine.site.LoadingUnit;
import java.util.List;

/** Chooses the dump of a loaded truck and brings the load there. Not thread-safe. */
final class LoadedTrip {

    private final DigProgress digProgress;
    private final Stations stations;
    private final TruckAllocation allocation;
    private final HaulTruck truck;
    private final TruckAssignments assignments;

    LoadedTrip(TruckSurroundings surroundings, HaulTruck truck, TruckAssignments assignments) {
        digProgress = surroundings.context().digProgress();
        stations = surroundings.stations();
        allocation = surroundings.allocation();
        this.truck = truck;
        this.assignments = assignments;
    }

    /** Chooses the dump of a truck that has just been loaded and drives there. */
    void begin(long nowMs) {
        AcceptedAssignment assignment = chooseDump(nowMs);
        LoadingUnit unit = truck.task().loadingStation().unit();
        digProgress.loaded(truck.id(), unit.faceId(), dumpId(), unit.material(), truck.payloadT());
        drive(assignment, nowMs);
    }

    /** Changes the dump of a truck on its way to another one. */
    void divert(AcceptedAssignment assignment, long nowMs) {
        truck.task().dumpAt(stations.dumpStations().get(assignment.destinationId()));
        truck.task().follow(assignment.assignmentId());
        bookChange();
        drive(assignment, nowMs);
    }

    /**
     * Handles the end of a wait at a dump. A truck in a bay dumps; a truck in the queue of a dump
     * that is down chooses its dump again.
     */
    void waitedAtDump(long nowMs) {
        DumpStation station = truck.task().dumpStation();
        if (!station.waiting(truck.work())) {
            truck.work().dump(nowMs);
        } else if (station.down()) {
            lookForAnotherDump(station, nowMs);
        } else {
            truck.scheduleEvent(nowMs + DurationModel.QUEUE_CHECK_MS);
        }
    }

    /** Leaves the queue of a dump that is down if the load may go to another dump. */
    private void lookForAnotherDump(DumpStation station, long nowMs) {
        // The truck's own load must not close the dump at which it waits.
        digProgress.givesUp(truck.id());
        AcceptedAssignment assignment = chooseDump(nowMs);
        bookChange();
        if (truck.task().dumpStation() == station) {
            truck.scheduleEvent(nowMs + DurationModel.QUEUE_CHECK_MS);
            return;
        }
        station.leaveQueue(truck.work());
        drive(assignment, nowMs);
    }

    /** Chooses the dump and returns the assignment that names it; null when there is none. */
    private AcceptedAssignment chooseDump(long nowMs) {
        TruckTask task = truck.task();
        LoadingUnit unit = task.loadingStation().unit();
        AcceptedAssignment assignment = assignments.takeForLoadedTruck(unit.material(), nowMs);
        task.dumpAt(
                assignment == null
                        ? allocation.dumpStationFor(
                                truck.spec(),
                                truck.placeId(),
                                truck.random().ofCycle(Purpose.ALLOCATED_DUMP),
                                unit,
                                nowMs)
                        : stations.dumpStations().get(assignment.destinationId()));
        task.follow(assignment == null ? null : assignment.assignmentId());
        return assignment;
    }

    private void bookChange() {
        digProgress.brings(
                truck.id(),
                dumpId(),
                truck.task().loadingStation().unit().material(),
                truck.payloadT());
    }

    private void drive(AcceptedAssignment assignment, long nowMs) {
        truck.trip()
                .drive(
                        TruckPhase.HAULING,
                        dumpId(),
                        assignment == null ? List.of() : assignment.segmentIds(),
                        nowMs);
    }

    private String dumpId() {
        return truck.task().dumpStation().point().locationId();
    }
}
