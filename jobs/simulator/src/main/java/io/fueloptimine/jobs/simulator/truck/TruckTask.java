package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.FuelBay;
import io.fueloptimine.jobs.simulator.station.LoadingStation;

/**
 * The loading unit, dump and fuel bay to which a truck drives or at which it is, and the assignment
 * that the truck follows.
 */
final class TruckTask {

    private LoadingStation loadingStation;
    private DumpStation dumpStation;
    private FuelBay fuelBay;
    private String assignmentId;

    /** The loading unit of the current or last load; null before the truck's first load. */
    LoadingStation loadingStation() {
        return loadingStation;
    }

    /** The dump of the current or last load; null before the truck's first load. */
    DumpStation dumpStation() {
        return dumpStation;
    }

    FuelBay fuelBay() {
        return fuelBay;
    }

    /**
     * The id of the assignment that the truck follows; null when the truck follows no assignment.
     */
    String assignmentId() {
        return assignmentId;
    }

    void loadAt(LoadingStation station) {
        loadingStation = station;
    }

    void dumpAt(DumpStation station) {
        dumpStation = station;
    }

    void refuelAt(FuelBay bay) {
        fuelBay = bay;
    }

    void follow(String assignment) {
        assignmentId = assignment;
    }

    void endAssignment() {
        assignmentId = null;
    }
}
