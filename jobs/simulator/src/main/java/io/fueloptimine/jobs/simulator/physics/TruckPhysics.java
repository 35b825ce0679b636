package io.fueloptimine.jobs.simulator.physics;

import io.fueloptimine.models.mine.site.TruckClass;

/**
 * Speed and fuel rate of one truck on a stretch of road: acceleration by the rimpull that engine,
 * drive and traction leave above grade and rolling resistance, cruising, and braking ahead of the
 * end.
 *
 * <p>Rimpull is the drive power divided by speed plus a slip speed, so that it stays finite at a
 * standstill; the shape of makers' rimpull charts. Immutable and thread-safe.
 */
public final class TruckPhysics {

    private static final double GRAVITY_MPS2 = 9.81;

    /** Largest rimpull as a share of the truck's weight; chosen, below the grip of a dry road. */
    private static final double TRACTION_SHARE = 0.30;

    /** Mass of turning wheels and motors relative to the truck's; chosen. */
    private static final double ROTATING_MASS = 1.06;

    /** Largest acceleration, m/s2; chosen. */
    private static final double MAX_ACCELERATION_MPS2 = 0.55;

    /** Deceleration with which operators brake, m/s2; chosen. */
    private static final double BRAKING_MPS2 = 0.5;

    /** Deceleration from a speed above the wanted one, m/s2; chosen. */
    private static final double EASING_MPS2 = 0.25;

    /** Share of the retarder's power that operators use; chosen. */
    private static final double RETARDER_USED = 0.8;

    /** Speed below which no truck falls, m/s; a truck that cannot climb creeps. */
    private static final double CREEP_MPS = 0.8;

    private static final double STEP_S = 2;
    private static final double STEADY_MPS2 = 0.004;
    private static final double SAME_MPS = 0.02;

    private final DriveLine line;
    private final Engine engine;
    private final double emptyMassT;
    private final double tyreFactor;

    /**
     * @param derate share of the rated power that this engine has lost, 0 to below 1
     * @param tyreFactor rolling resistance of this truck's tyres relative to the average truck
     */
    public TruckPhysics(TruckClass truckClass, double derate, double tyreFactor) {
        line = DriveLine.of(truckClass);
        engine = new Engine(line, truckClass, truckClass.ratedPowerKw() * (1 - derate));
        emptyMassT = truckClass.emptyMassT();
        this.tyreFactor = tyreFactor;
    }

    /** The speed from which a truck can brake to another one within a distance, m/s. */
    public static double brakingFromMps(double toMps, double metres) {
        return Math.sqrt(toMps * toMps + 2 * BRAKING_MPS2 * metres);
    }

    /** Fuel rate of a standing truck, L/h. */
    public double idleLph(Air air) {
        return engine.idleLph(air);
    }

    /** Share of the engine's power that belongs to a fuel rate, 0 to 1. */
    public double load(double lph) {
        return engine.load(lph);
    }

    /** Drives a stretch and writes into the profile how. */
    public void drive(
            Stretch stretch, Driving driving, double payloadT, Air air, LegProfile profile) {
        double massKg = 1_000 * (emptyMassT + payloadT);
        double resistanceN =
                massKg
                        * GRAVITY_MPS2
                        / 100
                        * (stretch.gradePct() + tyreFactor * stretch.rollingResistancePct());
        double driveKw = driving.throttle() * engine.maxDriveKw(air);
        double wantedMps = Math.max(CREEP_MPS, Math.min(driving.wantedMps(), heldMps(resistanceN)));
        double mps = Math.max(0, driving.entryMps());
        double leftM = stretch.lengthM();
        profile.begin(mps);
        while (leftM > 1e-6) {
            double brakingM = brakingM(mps, driving.exitMps());
            if (brakingM >= leftM) {
                brake(profile, mps, driving.exitMps(), leftM, air);
                return;
            }
            double accelerationMps2 = acceleration(mps, wantedMps, resistanceN, driveKw, massKg);
            boolean steady = Math.abs(accelerationMps2) < STEADY_MPS2 && mps > CREEP_MPS - SAME_MPS;
            double pieceS =
                    steady
                            ? Math.max(0.01, (leftM - brakingM) / mps)
                            : Math.min(STEP_S, reach(mps, wantedMps, accelerationMps2));
            double slowestMps = Math.max(0.05, Math.min(mps, CREEP_MPS));
            double toMps = steady ? mps : Math.max(slowestMps, mps + accelerationMps2 * pieceS);
            double pieceM = (mps + toMps) / 2 * pieceS;
            if (pieceM > leftM) {
                pieceS = leftM / ((mps + toMps) / 2);
                pieceM = leftM;
            }
            double meanMps = (mps + toMps) / 2;
            double forceN = resistanceN + ROTATING_MASS * massKg * (toMps - mps) / pieceS;
            profile.add(pieceS, toMps, lph(forceN, meanMps, driveKw, air));
            leftM -= pieceM;
            mps = toMps;
        }
    }

    /** The speed at which the retarder holds the truck on a descent, m/s. */
    private double heldMps(double resistanceN) {
        return resistanceN >= 0
                ? Double.MAX_VALUE
                : RETARDER_USED * 1_000 * line.retarderKw() / -resistanceN;
    }

    private double acceleration(
            double mps, double wantedMps, double resistanceN, double driveKw, double massKg) {
        double pullN =
                Math.min(
                        TRACTION_SHARE * massKg * GRAVITY_MPS2,
                        1_000 * line.efficiency() * driveKw / (mps + line.slipMps()));
        double possibleMps2 = (pullN - resistanceN) / (ROTATING_MASS * massKg);
        if (mps <= CREEP_MPS && possibleMps2 < STEADY_MPS2) {
            return (CREEP_MPS - mps) / STEP_S;
        }
        double gapMps = wantedMps - mps;
        if (Math.abs(gapMps) < SAME_MPS) {
            return Math.min(0, possibleMps2);
        }
        return gapMps > 0
                ? Math.min(MAX_ACCELERATION_MPS2, possibleMps2)
                : Math.min(-EASING_MPS2, -resistanceN / (ROTATING_MASS * massKg));
    }

    private static double reach(double mps, double wantedMps, double accelerationMps2) {
        double seconds = (wantedMps - mps) / accelerationMps2;
        return seconds > 0 ? Math.max(0.05, seconds) : STEP_S;
    }

    private static double brakingM(double mps, double exitMps) {
        return mps <= exitMps ? 0 : (mps * mps - exitMps * exitMps) / (2 * BRAKING_MPS2);
    }

    private void brake(LegProfile profile, double mps, double exitMps, double leftM, Air air) {
        double toMps = Math.sqrt(Math.max(exitMps * exitMps, mps * mps - 2 * BRAKING_MPS2 * leftM));
        double pieceS = leftM / Math.max(0.05, (mps + toMps) / 2);
        profile.add(pieceS, toMps, engine.retardingLph(air));
    }

    private double lph(double forceN, double mps, double driveKw, Air air) {
        if (forceN <= 0) {
            return engine.retardingLph(air);
        }
        double kw = forceN * (mps + line.slipMps()) / (1_000 * line.efficiency());
        return engine.drivingLph(Math.min(kw, driveKw), air);
    }
}
