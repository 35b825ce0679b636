package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.HaulPhysics;
import io.fueloptimine.models.mine.consumption.EffectiveFlatHaul;
import io.fueloptimine.models.mine.consumption.FuelSource;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Route;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Litres by a trained model of fuel windows: the litres that the model expects of one minute on the
 * leg at a steady speed, times the minutes on the leg.
 *
 * <p>The model has no feature of the road. Its litres are therefore multiplied by what physics
 * computes at the rolling resistance of the segment, relative to that of a maintained road. A class
 * that the model does not cover is priced by physics. Immutable.
 */
final class LearnedLegPrices implements LegPrices {

    private static final double MINUTE_S = 60;
    private static final double MINUTES_PER_HOUR = 60;
    private static final double MPS_PER_KPH = 1 / 3.6;
    private static final Instant START = Instant.EPOCH;

    /** Pressure at sea level, kPa, and the constants of the international standard atmosphere. */
    private static final double SEA_LEVEL_KPA = 101.325;

    private static final double LAPSE_PER_M = 2.25577e-5;
    private static final double EXPONENT = 5.25588;

    private final FuelModel model;
    private final LegPrices physics = new PhysicsLegPrices();
    private final String site;
    private final Map<String, Double> elevationM;

    LearnedLegPrices(FuelModel model, MineSite site) {
        this.model = model;
        this.site = site.site();
        this.elevationM =
                site.locations().stream()
                        .collect(Collectors.toMap(Location::id, Location::elevationM));
    }

    @Override
    public double litres(
            TruckClass truckClass,
            double payloadT,
            Route.Leg leg,
            double extraRollingResistancePct,
            double kph) {
        double byPhysicsL =
                physics.litres(truckClass, payloadT, leg, extraRollingResistancePct, kph);
        FuelWindow minute = minute(truckClass, payloadT, leg, kph);
        if (!model.covers(minute)) {
            return byPhysicsL;
        }
        double maintainedLph =
                HaulPhysics.fuelRateLph(
                        truckClass,
                        payloadT,
                        kph,
                        leg.gradePct(),
                        HaulPhysics.MAINTAINED_ROAD_ROLLING_RESISTANCE_PCT);
        double minutes = leg.segment().lengthM() / 1_000 / kph * MINUTES_PER_HOUR;
        double roadRatio = byPhysicsL / (minutes / MINUTES_PER_HOUR * maintainedLph);
        return minutes * model.expectedLitres(minute) * roadRatio;
    }

    /** One minute of a truck on the leg. */
    private FuelWindow minute(TruckClass truckClass, double payloadT, Route.Leg leg, double kph) {
        double distanceKm = kph / MINUTES_PER_HOUR;
        double riseM = distanceKm * 1_000 * leg.gradePct() / 100;
        double elevation = elevationM.getOrDefault(leg.fromLocationId(), 0.0) + leg.riseM() / 2;
        return new FuelWindow(
                site,
                "any",
                EquipmentKind.HAULTRUCK,
                truckClass.name(),
                null,
                START,
                START.plusSeconds((long) MINUTE_S),
                (int) MINUTE_S,
                0,
                0,
                distanceKm,
                kph,
                0,
                payloadT,
                Math.max(0, riseM),
                Math.max(0, -riseM),
                elevation,
                Double.NaN,
                Double.NaN,
                1,
                0,
                null,
                barometricKpa(elevation),
                null,
                null,
                MINUTE_S,
                FuelSource.BOTH,
                efhM(distanceKm * 1_000, riseM, kph));
    }

    private static double efhM(double distanceM, double riseM, double kph) {
        double steps = MINUTE_S / EffectiveFlatHaul.STEP_S;
        double mps = kph * MPS_PER_KPH;
        return steps * EffectiveFlatHaul.ofStepM(distanceM / steps, riseM / steps, mps, mps);
    }

    private static double barometricKpa(double elevationM) {
        return SEA_LEVEL_KPA * Math.pow(1 - LAPSE_PER_M * elevationM, EXPONENT);
    }
}
