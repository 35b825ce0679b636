package io.fueloptimine.models.fuel.refuel;

import io.fueloptimine.models.fuel.HaulPhysics;
import io.fueloptimine.models.mine.TruckClass;

/**
 * The baseline that learns nothing: {@link HaulPhysics} at the interval's mean speed, load and net
 * grade, idle for the rest of the time, and a haul of the usual burn where one is hidden. Immutable
 * and thread-safe.
 */
public final class RefuelPhysics {

    private static final double PERCENT = 100;
    private static final double KM_PER_M = 1e-3;

    private final TruckClass truck;

    /**
     * @param truck the class of all trucks
     */
    public RefuelPhysics(TruckClass truck) {
        this.truck = truck;
    }

    /** The litres that the interval's work should have burnt. */
    public double expectedL(RefuelInterval interval) {
        Work work = interval.work();
        double loadedKm = work.amount(WorkItem.LOADED_KTKM) / (truck.payloadT() * KM_PER_M);
        double loadedH = work.amount(WorkItem.LOADED_H);
        double emptyH = work.amount(WorkItem.EMPTY_H);
        double gradePct =
                loadedKm == 0
                        ? 0
                        : PERCENT
                                * work.amount(WorkItem.CLIMB_KTKM)
                                / work.amount(WorkItem.LOADED_KTKM);
        double loadedL = burnL(truck.payloadT(), loadedKm, loadedH, gradePct);
        double emptyL = burnL(0, work.amount(WorkItem.EMPTY_KM), emptyH, 0);
        double hiddenHauls = loadedKm == 0 ? 0 : work.amount(WorkItem.UNSEEN_HAUL_KM) / loadedKm;
        double restH = Math.max(0, interval.hours() - (loadedH + emptyH) * (1 + hiddenHauls));
        return (loadedL + emptyL) * (1 + hiddenHauls) + restH * truck.idleLph();
    }

    private double burnL(double payloadT, double kilometres, double hours, double gradePct) {
        return hours == 0
                ? 0
                : hours
                        * HaulPhysics.fuelRateLph(
                                truck,
                                payloadT,
                                kilometres / hours,
                                gradePct,
                                HaulPhysics.MAINTAINED_ROAD_ROLLING_RESISTANCE_PCT);
    }
}
