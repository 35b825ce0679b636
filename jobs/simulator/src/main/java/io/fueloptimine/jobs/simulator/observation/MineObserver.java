package io.fueloptimine.jobs.simulator.observation;

import io.fueloptimine.models.mine.LoadingUnitKind;

/**
 * Receives what happens in the simulated mine, for reports. The machines do not depend on it.
 * Called on the simulation's thread.
 */
public interface MineObserver {

    /** Ignores everything. */
    MineObserver NONE = new MineObserver() {};

    /** A truck spent time in a category and burnt fuel meanwhile, L. */
    default void time(String truckId, TruckTimeCategory category, double seconds, double litres) {}

    /** A truck completed a cycle. */
    default void cycle(CycleRecord cycle) {}

    /** A truck drove a leg of its route. */
    default void leg(double gradePct, boolean loaded, double metres, double seconds) {}

    /**
     * A loading unit loaded a truck.
     *
     * @param hangS how long the unit had waited for a truck since its last load, s
     */
    default void load(LoadingUnitKind kind, double loadingS, double hangS) {}

    /** A machine was refuelled. */
    default void refuel(String machineId, long atMs, double litres, double durationS) {}
}
