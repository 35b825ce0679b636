package io.fueloptimine.jobs.simulator.station;

/** A truck as a loading unit, dump or fuel bay sees it. */
public interface ServedTruck {

    String id();

    /** The loading unit is free: moves into the loading position. */
    void startSpotting(long nowMs);

    /** The loading unit is busy or not ready: waits in its queue. */
    void waitForLoading(long nowMs);

    /** A bay of the dump is free: dumps, after a hold by the spotter if there is one. */
    void enterDumpBay(long nowMs);

    /** A nozzle of the fuel bay is free: refuels. */
    void startRefuelling(long nowMs);

    /** Payload on the body, t; it changes while the truck is being loaded or dumps. */
    double payloadOnBodyT(long nowMs);
}
