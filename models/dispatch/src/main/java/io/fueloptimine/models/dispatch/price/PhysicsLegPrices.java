package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.fuel.HaulPhysics;
import io.fueloptimine.models.mine.site.Route;
import io.fueloptimine.models.mine.site.TruckClass;

/** Litres by physics, and the pace of operators by grade. Stateless. */
final class PhysicsLegPrices implements LegPrices {

    @Override
    public double litres(
            TruckClass truckClass,
            double payloadT,
            Route.Leg leg,
            double extraRollingResistancePct,
            double kph) {
        double hours = leg.segment().lengthM() / 1_000 / kph;
        return hours
                * HaulPhysics.fuelRateLph(
                        truckClass,
                        payloadT,
                        kph,
                        leg.gradePct(),
                        resistancePct(leg, extraRollingResistancePct));
    }

    /** The speed that operators drive, as far as the engine allows it, km/h. */
    static double kph(
            TruckClass truckClass,
            double payloadT,
            Route.Leg leg,
            double extraRollingResistancePct) {
        return Math.min(
                possibleKph(truckClass, payloadT, leg, extraRollingResistancePct),
                OperatorSpeeds.kph(leg.gradePct(), payloadT > 0));
    }

    /** The highest speed that the engine and the speed limit allow, km/h; 0 if too steep. */
    static double possibleKph(
            TruckClass truckClass,
            double payloadT,
            Route.Leg leg,
            double extraRollingResistancePct) {
        return HaulPhysics.maxSpeedKph(
                truckClass,
                payloadT,
                leg.gradePct(),
                resistancePct(leg, extraRollingResistancePct),
                leg.segment().speedLimitKph());
    }

    static double resistancePct(Route.Leg leg, double extraRollingResistancePct) {
        return leg.segment().rollingResistancePct() + extraRollingResistancePct;
    }
}
