package io.fueloptimine.models.mine.consumption;

/**
 * The effective flat haul: the length of a level road of 3 % rolling resistance whose driving needs
 * as much energy at the wheels, per tonne of truck and load, as the way that a truck drove. It
 * includes climbs and accelerations. Energy that a truck brakes away on descents and ahead of stops
 * is not subtracted.
 *
 * <p>A way is measured in steps of about {@link #STEP_S}. In shorter steps the errors of speed and
 * elevation would be counted as work, because a step without work counts as 0. Stateless and
 * thread-safe.
 */
public final class EffectiveFlatHaul {

    /** The shortest step over which the work is computed, s. */
    public static final double STEP_S = 10;

    private static final double ROLLING_RESISTANCE = 0.03;
    private static final double GRAVITY_MPS2 = 9.81;

    /** Mass of turning wheels and motors relative to the mass of the truck. */
    private static final double ROTATING_MASS = 1.06;

    /** Shorter ways are those of a standing truck with errors of its sensors, m. */
    private static final double STANDING_M = 1;

    private EffectiveFlatHaul() {}

    /**
     * The effective flat haul of one step, m, 0 or more.
     *
     * @param distanceM way, m
     * @param riseM change of elevation, m
     * @param fromMps speed at the beginning, m/s
     * @param toMps speed at the end, m/s
     */
    public static double ofStepM(double distanceM, double riseM, double fromMps, double toMps) {
        if (distanceM < STANDING_M) {
            return 0;
        }
        double kineticM = ROTATING_MASS * (toMps * toMps - fromMps * fromMps) / 2 / GRAVITY_MPS2;
        return Math.max(0, distanceM + (riseM + kineticM) / ROLLING_RESISTANCE);
    }

    /**
     * An estimate of the effective flat haul when its steps are not known, m: without accelerations
     * and without what a descent saves.
     *
     * @param distanceM way, m
     * @param climbM sum of the climbs, m, 0 or more
     */
    public static double ofClimbM(double distanceM, double climbM) {
        return distanceM + climbM / ROLLING_RESISTANCE;
    }

    /** The energy at the wheels, kWh, of a mass in tonnes over an effective flat haul. */
    public static double tractionKwh(double massT, double efhM) {
        return massT * GRAVITY_MPS2 * ROLLING_RESISTANCE * efhM / 3_600;
    }
}
