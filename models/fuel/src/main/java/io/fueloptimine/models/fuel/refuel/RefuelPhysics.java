package io.fueloptimine.models.fuel.refuel;

import io.fueloptimine.models.fuel.HaulPhysics;
import io.fueloptimine.models.mine.site.TruckClass;

/**
 * The physics baseline of the refuelling model. It adds up three parts: {@link HaulPhysics} at the
 * mean speed, load and net grade of the interval's hauls, idling for the rest of the time, and a
 * mean haul for each haul without a record. Immutable and thread-safe.
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

    /** The expected litres of the interval. */
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
        double loadedL = haulL(truck.payloadT(), loadedKm, loadedH, gradePct);
        double emptyL = haulL(0, work.amount(WorkItem.EMPTY_KM), emptyH, 0);
        double unrecordedHauls =
                loadedKm == 0 ? 0 : work.amount(WorkItem.UNSEEN_HAUL_KM) / loadedKm;
        double restH = Math.max(0, interval.hours() - (loadedH + emptyH) * (1 + unrecordedHauls));
        return (loadedL + emptyL) * (1 + unrecordedHauls) + restH * truck.idleLph();
    }

    private double haulL(double payloadT, double kilometres, double hours, double gradePct) {
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
