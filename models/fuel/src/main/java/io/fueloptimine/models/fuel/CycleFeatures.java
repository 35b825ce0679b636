package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Duration;
import java.util.List;

/**
 * The features of a haul cycle: payload, distances and lift, the duration of each phase, and the
 * class of the truck. The operator is not a feature, so that the operator's influence remains in
 * the residual. Stateless and thread-safe.
 */
public final class CycleFeatures {

    /**
     * The names of the features, in the order of {@link #of}. A model with other features is
     * rejected.
     */
    public static final List<String> NAMES =
            List.of(
                    "payload_t",
                    "lift_m",
                    "empty_distance_km",
                    "full_distance_km",
                    "efh_empty_km",
                    "efh_full_km",
                    "full_grade_pct",
                    "full_speed_kph",
                    "empty_speed_kph",
                    "empty_travel_min",
                    "full_travel_min",
                    "load_queue_min",
                    "spot_min",
                    "loading_min",
                    "dump_queue_min",
                    "dumping_min",
                    "elsewhere_min",
                    "tonne_km",
                    "class_empty_mass_t",
                    "class_rated_power_kw",
                    "class_idle_lph",
                    "physics_l",
                    "traction_empty_kwh",
                    "traction_full_kwh",
                    "engine_on_min",
                    "traction_empty_share",
                    "traction_full_share",
                    "work_l");

    /**
     * The version of {@link #NAMES} and of the label; the major version of a model. Since version
     * 3, the label is the ratio of the burnt litres to {@link #workL}.
     */
    public static final int SCHEMA = 3;

    /** The features of schema 2, from which the linear baseline is fitted. */
    public static final List<String> WITHOUT_WORK = NAMES.subList(0, 22);

    private static final double METRES_PER_KM = 1_000;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double KPH_PER_MPS = 3.6;

    private CycleFeatures() {}

    /** The features of a cycle; NaN where a value or the class is unknown. */
    public static float[] of(HaulCycle cycle, MachineClasses classes) {
        TruckClass truck = classes.truck(cycle.equipmentClass());
        double workL = workL(cycle, classes);
        double emptyKwh = TractionWork.emptyKwh(truck, cycle);
        double fullKwh = TractionWork.fullKwh(truck, cycle);
        return new float[] {
            (float) cycle.payloadT(),
            number(cycle.liftM(), 1),
            (float) (cycle.emptyDistanceM() / METRES_PER_KM),
            (float) (cycle.fullDistanceM() / METRES_PER_KM),
            number(cycle.efhEmptyM(), METRES_PER_KM),
            number(cycle.efhFullM(), METRES_PER_KM),
            (float) fullGradePct(cycle),
            (float) speedKph(cycle.fullDistanceM(), cycle.fullTravelS()),
            (float) speedKph(cycle.emptyDistanceM(), cycle.emptyTravelS()),
            minutes(cycle.emptyTravelS()),
            minutes(cycle.fullTravelS()),
            minutes(cycle.loadQueueS()),
            minutes(cycle.spotS()),
            minutes(cycle.loadingS()),
            minutes(cycle.dumpQueueS()),
            minutes(cycle.dumpingS()),
            minutes(elsewhereS(cycle)),
            (float) (cycle.payloadT() * cycle.fullDistanceM() / METRES_PER_KM),
            truck == null ? Float.NaN : (float) truck.emptyMassT(),
            truck == null ? Float.NaN : (float) truck.ratedPowerKw(),
            truck == null ? Float.NaN : (float) truck.idleLph(),
            (float) CyclePhysics.expectedLitres(cycle, classes),
            (float) emptyKwh,
            (float) fullKwh,
            number(cycle.engineOnS(), SECONDS_PER_MINUTE),
            (float) (emptyKwh / workL),
            (float) (fullKwh / workL),
            (float) workL,
        };
    }

    /**
     * The litres of the work of a cycle, in which the cycle model predicts: idling and the energy
     * at the wheels, or haul physics when the effective flat haul is unknown; NaN when the class of
     * the truck is unknown.
     */
    public static double workL(HaulCycle cycle, MachineClasses classes) {
        double litres = TractionWork.litres(classes.truck(cycle.equipmentClass()), cycle);
        return Double.isNaN(litres) ? CyclePhysics.expectedLitres(cycle, classes) : litres;
    }

    /** The mean grade of the loaded haul, %; NaN when lift or distance is unknown. */
    public static double fullGradePct(HaulCycle cycle) {
        return cycle.liftM() == null || cycle.fullDistanceM() <= 0
                ? Double.NaN
                : cycle.liftM() / cycle.fullDistanceM() * 100;
    }

    /**
     * The time in the cycle that belongs to none of its phases (truck stopped, parked or off), s, 0
     * or more; NaN when the start of the cycle is unknown.
     */
    static double elsewhereS(HaulCycle cycle) {
        if (cycle.assignedAt() == null) {
            return Double.NaN;
        }
        double cycleS = Duration.between(cycle.assignedAt(), cycle.emptyAt()).toMillis() / 1_000.0;
        double phasesS = cycle.emptyTravelS() + cycle.fullTravelS() + standingS(cycle);
        return Math.max(0, cycleS - phasesS);
    }

    /** The time in which the truck queued, spotted, was loaded and dumped, s. */
    static double standingS(HaulCycle cycle) {
        return cycle.loadQueueS()
                + cycle.spotS()
                + cycle.loadingS()
                + cycle.dumpQueueS()
                + cycle.dumpingS();
    }

    private static double speedKph(double distanceM, double travelS) {
        return travelS > 0 ? distanceM / travelS * KPH_PER_MPS : Double.NaN;
    }

    private static float minutes(double seconds) {
        return (float) (seconds / SECONDS_PER_MINUTE);
    }

    private static float number(Double value, double per) {
        return value == null ? Float.NaN : (float) (value / per);
    }
}
