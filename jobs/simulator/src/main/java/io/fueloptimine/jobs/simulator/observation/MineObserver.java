package io.fueloptimine.jobs.simulator.observation;

import io.fueloptimine.models.mine.site.LoadingUnitKind;

/**
 * Receives the events of the simulated mine, for reports. An observer does not influence the
 * simulation. The methods are called on the simulation's thread.
 */
public interface MineObserver {

    /** An observer that ignores all events. */
    MineObserver NONE = new MineObserver() {};

    /**
     * A truck spent time in a category.
     *
     * @param litres diesel that the truck burnt in this time, L
     */
    default void time(String truckId, TruckTimeCategory category, double seconds, double litres) {}

    /**
     * A truck burnt diesel since the previous call for this truck.
     *
     * @param untilMs end of the time in which it was burnt, ms since the epoch
     * @param litres diesel that the truck burnt, L
     * @param averageL diesel that it would have burnt with an engine of average consumption, an
     *     average operator and no defect, L
     */
    default void burnt(String truckId, long untilMs, double litres, double averageL) {}

    /** A truck completed a haul cycle. */
    default void cycle(CycleRecord cycle) {}

    /**
     * A truck drove a leg of its route.
     *
     * @param gradePct grade in the direction of travel, %
     * @param metres length of the leg, m
     * @param seconds travel time, s
     */
    default void leg(double gradePct, boolean loaded, double metres, double seconds) {}

    /**
     * Whether the observer wants to know the litres of legs. They are only computed then, because
     * they take time.
     */
    default boolean wantsLegLitres() {
        return false;
    }

    /**
     * A truck begins a leg, or the rest of a leg after a stop.
     *
     * @param litres diesel that an average truck and operator burn on it without other trucks, L
     * @param publishedL the same on a road with the rolling resistance of the mine file, L
     * @param factor diesel of this truck and operator divided by that of average ones
     */
    default void legLitres(
            String segmentId, long fromMs, double litres, double publishedL, double factor) {}

    /** A truck dumped its load, which ends its haul cycle. */
    default void hauled(HauledLoad load) {}

    /**
     * A loading unit loaded a truck.
     *
     * @param hangS time that the unit waited for trucks since its previous load, s
     */
    default void load(LoadingUnitKind kind, double loadingS, double hangS) {}

    /** A grader has repaired a segment that it was ordered to repair. */
    default void gradedAsOrdered(String segmentId, long atMs) {}

    /** A machine was refuelled. */
    default void refuel(String machineId, long atMs, double litres, double durationS) {}
}
