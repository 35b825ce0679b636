package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.site.TruckClass;

/**
 * Computes the fuel of one cycle by haul physics: the empty and the loaded haul at their mean speed
 * and grade, and idling for the rest of the time. The empty haul is assumed to have the negative
 * lift of the loaded haul. This computation is the baseline of the cycle models. Stateless and
 * thread-safe.
 */
public final class CyclePhysics {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double KPH_PER_MPS = 3.6;

    private CyclePhysics() {}

    /** The expected litres of a cycle; NaN when the class of the truck is unknown. */
    public static double expectedLitres(HaulCycle cycle, MachineClasses classes) {
        TruckClass truck = classes.truck(cycle.equipmentClass());
        if (truck == null) {
            return Double.NaN;
        }
        double liftM = cycle.liftM() == null ? 0 : cycle.liftM();
        return haulL(truck, cycle.payloadT(), liftM, cycle.fullDistanceM(), cycle.fullTravelS())
                + haulL(truck, 0, -liftM, cycle.emptyDistanceM(), cycle.emptyTravelS())
                + truck.idleLph() * CycleFeatures.standingS(cycle) / SECONDS_PER_HOUR;
    }

    private static double haulL(
            TruckClass truck, double payloadT, double climbM, double distanceM, double travelS) {
        if (distanceM <= 0 || travelS <= 0) {
            return truck.idleLph() * Math.max(0, travelS) / SECONDS_PER_HOUR;
        }
        double speedKph = distanceM / travelS * KPH_PER_MPS;
        double gradePct = climbM / distanceM * 100;
        return HaulPhysics.fuelRateLph(
                        truck,
                        payloadT,
                        speedKph,
                        gradePct,
                        HaulPhysics.MAINTAINED_ROAD_ROLLING_RESISTANCE_PCT)
                * travelS
                / SECONDS_PER_HOUR;
    }
}
