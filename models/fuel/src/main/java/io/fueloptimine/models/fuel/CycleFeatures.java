package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.TruckClass;
import java.time.Duration;
import java.util.List;

/**
 * The numbers by which a learnt fuel model knows a haul cycle: what was carried how far and how
 * high, how long each part took, and what the truck is. The operator is left out on purpose, whose
 * habits are to show as a residual. Stateless and thread-safe.
 */
public final class CycleFeatures {

    /** Names in the order of {@link #of}; a model trained on others is refused. */
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
                    "physics_l");

    /** Counts changes of {@link #NAMES} or of what they mean; a model's major version. */
    public static final int SCHEMA = 2;

    private static final double METRES_PER_KM = 1_000;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double KPH_PER_MPS = 3.6;

    private CycleFeatures() {}

    /** The cycle's features; NaN where it does not tell, or its class is unknown. */
    public static float[] of(HaulCycle cycle, MachineClasses classes) {
        TruckClass truck = classes.truck(cycle.equipmentClass());
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
        };
    }

    /** The mean grade of the way loaded, %; NaN when the lift or the way is unknown. */
    public static double fullGradePct(HaulCycle cycle) {
        return cycle.liftM() == null || cycle.fullDistanceM() <= 0
                ? Double.NaN
                : cycle.liftM() / cycle.fullDistanceM() * 100;
    }

    /**
     * The time of the cycle that is none of its parts, s: stopped, parked, off. 0 or more; NaN when
     * its beginning is unknown.
     */
    static double elsewhereS(HaulCycle cycle) {
        if (cycle.assignedAt() == null) {
            return Double.NaN;
        }
        double wholeS = Duration.between(cycle.assignedAt(), cycle.emptyAt()).toMillis() / 1_000.0;
        double partsS = cycle.emptyTravelS() + cycle.fullTravelS() + standingS(cycle);
        return Math.max(0, wholeS - partsS);
    }

    /** The time of the cycle in which the truck worked and stood, s. */
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
