package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.FuelBay;
import io.fueloptimine.jobs.simulator.station.LoadingStation;

/** The stations that a truck currently drives to or is served by, and the assignment it follows. */
final class TruckTask {

    private LoadingStation loadingStation;
    private DumpStation dumpStation;
    private FuelBay fuelBay;
    private String assignmentId;

    /** The loading unit of the current or last load; null before the first. */
    LoadingStation loadingStation() {
        return loadingStation;
    }

    /** The dump of the current or last load; null before the first. */
    DumpStation dumpStation() {
        return dumpStation;
    }

    FuelBay fuelBay() {
        return fuelBay;
    }

    /** The assignment that the truck follows; null for none. */
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
