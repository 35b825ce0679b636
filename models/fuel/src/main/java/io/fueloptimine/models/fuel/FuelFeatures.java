package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.List;

/**
 * The features of a fuel window.
 *
 * <p>Climb, descent and the physics expectation are per covered minute, so that they do not depend
 * on the coverage of a window; the model predicts litres per minute. Distance per minute equals the
 * mean speed and is therefore not a separate feature. Traction is the mean power at the wheels, and
 * work the litres of that power and of idling (the Willans line of an engine). Engine load, engine
 * speed and the fuel counters are not features: they are nearly proportional to the fuel rate, and
 * a model with them would regard the consumption of a defective injector as normal. The operator is
 * not a feature either, so that the operator's influence remains in the residual.
 */
public final class FuelFeatures {

    /**
     * The names of the features, in the order of {@link #of}. A model with other features is
     * rejected.
     */
    public static final List<String> NAMES =
            List.of(
                    "payload_t",
                    "climb_m_per_min",
                    "descent_m_per_min",
                    "mean_speed_kph",
                    "speed_std_kph",
                    "idle_share",
                    "engine_on_share",
                    "mean_elevation_m",
                    "barometric_kpa",
                    "ambient_c",
                    "class_empty_mass_t",
                    "class_rated_power_kw",
                    "class_idle_lph",
                    "physics_l_per_min",
                    "traction_kw",
                    "work_l_per_min");

    /** The version of {@link #NAMES} and their meaning; the major version of a model. */
    public static final int SCHEMA = 2;

    /**
     * The features of schema 1. Models of earlier releases with these features are still scored,
     * and the linear baseline is fitted to them.
     */
    public static final List<String> WITHOUT_WORK = NAMES.subList(0, 14);

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MINUTES_PER_HOUR = 60;

    private FuelFeatures() {}

    /** The features of a window; NaN where a value or the class is unknown. */
    public static float[] of(FuelWindow window, MachineClasses classes) {
        double minutes = minutes(window);
        TruckClass truck = classes.truck(window.equipmentClass());
        return new float[] {
            (float) window.meanPayloadT(),
            (float) (window.climbM() / minutes),
            (float) (window.descentM() / minutes),
            (float) window.meanSpeedKph(),
            (float) window.speedStdKph(),
            (float) window.idleShare(),
            (float) window.engineOnShare(),
            (float) window.meanElevationM(),
            orNaN(window.meanBarometricKpa()),
            orNaN(window.meanAmbientTempC()),
            truck == null ? Float.NaN : (float) truck.emptyMassT(),
            truck == null ? Float.NaN : (float) truck.ratedPowerKw(),
            truck == null ? Float.NaN : (float) truck.idleLph(),
            (float) (new PhysicsModel(classes).expectedLitres(window) / minutes),
            (float) TractionWork.tractionKw(truck, window),
            (float) (TractionWork.litresPerHour(truck, window) / MINUTES_PER_HOUR),
        };
    }

    /** The covered time, min, by which the prediction per minute is multiplied. */
    public static double minutes(FuelWindow window) {
        return window.coveredS() / SECONDS_PER_MINUTE;
    }

    private static float orNaN(Double value) {
        return value == null ? Float.NaN : value.floatValue();
    }
}
