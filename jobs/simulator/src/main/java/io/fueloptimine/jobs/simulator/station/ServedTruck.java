package io.fueloptimine.jobs.simulator.station;

/** The methods of a truck that a loading unit, dump or fuel bay calls. */
public interface ServedTruck {

    String id();

    /** The loading unit is free; the truck moves into the loading position. */
    void startSpotting(long nowMs);

    /** The loading unit is busy or not ready; the truck waits in the queue of the unit. */
    void waitForLoading(long nowMs);

    /** The dump is full, down or at its highest rate; the truck waits in the queue of the dump. */
    void waitForDump(long nowMs);

    /** A bay of the dump is free; the truck dumps, possibly after the spotter has held it. */
    void enterDumpBay(long nowMs);

    /** A nozzle of the fuel bay is free; the truck refuels. */
    void startRefuelling(long nowMs);

    /** The load of this haul cycle, t: what the unit loads and the truck later dumps. */
    double cycleLoadT();

    /**
     * Payload on the truck's body, t. The payload changes while the truck is loaded and while it
     * dumps.
     */
    double payloadOnBodyT(long nowMs);
}
