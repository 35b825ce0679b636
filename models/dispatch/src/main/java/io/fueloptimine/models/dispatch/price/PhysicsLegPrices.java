package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.fuel.HaulPhysics;
import io.fueloptimine.models.mine.site.Route;
import io.fueloptimine.models.mine.site.TruckClass;

/** Litres by physics, at the measured pace of operators. Stateless. */
final class PhysicsLegPrices implements LegPrices {

    @Override
    public TripCost of(
            TruckClass truckClass,
            double payloadT,
            Route.Leg leg,
            double extraRollingResistancePct) {
        double kph = kph(truckClass, payloadT, leg, extraRollingResistancePct);
        double hours = leg.segment().lengthM() / 1_000 / kph;
        double lph =
                HaulPhysics.fuelRateLph(
                        truckClass,
                        payloadT,
                        kph,
                        leg.gradePct(),
                        resistancePct(leg, extraRollingResistancePct));
        return new TripCost(hours * 3_600, hours * lph);
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
