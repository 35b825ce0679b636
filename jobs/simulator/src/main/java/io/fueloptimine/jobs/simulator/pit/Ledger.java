package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.LoadingUnitKind;

/** Writes down what an observer of the whole mine would: for reports, not for machines. */
interface Ledger {

    Ledger NONE = new Ledger() {};

    /** Truck time booked to an account, with the litres it burnt. */
    default void time(String truckId, TruckAccount account, double seconds, double litres) {}

    default void cycle(CycleEntry entry) {}

    /** A leg driven without a stop. */
    default void leg(double gradePct, boolean loaded, double metres, double seconds) {}

    default void load(LoadingUnitKind kind, double loadingS, double hangS) {}

    default void refuel(String truckId, long atMs, double litres, double durationS) {}

    /**
     * One cycle, from setting out empty until the body was empty again.
     *
     * @param emptyTravelS travelling empty without stops, s
     * @param fullTravelS travelling loaded without stops, s
     * @param expectedEmptyS what the fleet system's travel table said, s
     * @param expectedFullS the same, loaded
     */
    record CycleEntry(
            double cycleS,
            double payloadT,
            double emptyM,
            double fullM,
            double emptyTravelS,
            double fullTravelS,
            double expectedEmptyS,
            double expectedFullS,
            double loadQueueS,
            double spotS,
            double loadingS,
            double dumpQueueS,
            double dumpingS) {}
}
