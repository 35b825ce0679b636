package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.TruckClass;
import java.util.List;

/**
 * The numbers by which a learnt fuel model knows a window.
 *
 * <p>Extensive ones (climb, descent, the physics expectation) are per covered minute, so that a
 * half-covered window looks like a whole one; the model's answer is litres per minute likewise.
 * Distance per minute is mean speed and not repeated. Engine load, engine speed and the fuel
 * counters are left out on purpose: they all but are the burn, and a model that saw them would call
 * a sick injector normal. So is the operator, whose habits are to show as a residual.
 */
public final class FuelFeatures {

    /** Names in the order of {@link #of}; a model trained on others is refused. */
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
                    "physics_l_per_min");

    /** Counts changes of {@link #NAMES} or of what they mean; a model's major version. */
    public static final int SCHEMA = 1;

    private static final double SECONDS_PER_MINUTE = 60;

    private FuelFeatures() {}

    /** The window's features; NaN where it does not tell, or its class is unknown. */
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
        };
    }

    /** The covered time that a model's answer per minute is multiplied with, min. */
    public static double minutes(FuelWindow window) {
        return window.coveredS() / SECONDS_PER_MINUTE;
    }

    private static float orNaN(Double value) {
        return value == null ? Float.NaN : value.floatValue();
    }
}
