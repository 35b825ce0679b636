package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.physics.Air;
import io.fueloptimine.jobs.simulator.physics.LegProfile;
import io.fueloptimine.jobs.simulator.physics.TruckPhysics;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.Atmosphere;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.station.FuelTank;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;

/**
 * Engine and tank of a truck. The fuel rate is constant until the engine load changes. Each engine
 * loses 0 to 10 % of its power to altitude, and its fuel rate deviates by up to 3 % from that of
 * its class.
 */
public final class TruckEngine {

    private static final double MAX_DERATE = 0.10;
    private static final double WEAR_SPREAD = 0.03;
    private static final double TYRE_SPREAD = 0.06;

    private final TruckClass truckClass;
    private final FuelTank tank;
    private final PitContext context;
    private final String truckId;
    private final TruckPhysics physics;
    private final double ownFactor;
    private double operatorFactor = 1;
    private boolean on = true;
    private LegProfile profile;
    private long drivingSinceMs;
    private double idleFactor = 1;
    private double elevationM;
    private double engineHours;
    private long settledMs;

    /**
     * @param nominal the truck's class; its rated power does not include the loss to altitude
     */
    public TruckEngine(
            PitContext context,
            String truckId,
            TruckClass nominal,
            FuelTank tank,
            double engineHours) {
        this.context = context;
        this.truckId = truckId;
        this.tank = tank;
        this.engineHours = engineHours;
        long seed = context.seed();
        double derate = MAX_DERATE * SeededRandom.fixed(seed, truckId + "derate");
        ownFactor = 1 + WEAR_SPREAD * (2 * SeededRandom.fixed(seed, truckId + "wear") - 1);
        double tyres = 1 + TYRE_SPREAD * (2 * SeededRandom.fixed(seed, truckId + "tyres") - 1);
        truckClass = nominal;
        physics = new TruckPhysics(nominal, derate, tyres);
        elevationM = context.site().locations().get(0).elevationM();
    }

    /** The truck's class; this truck's engine has less power. */
    public TruckClass truckClass() {
        return truckClass;
    }

    public FuelTank tank() {
        return tank;
    }

    public boolean on() {
        return on;
    }

    public double engineHours() {
        return engineHours;
    }

    TruckPhysics physics() {
        return physics;
    }

    /** True fuel rate including the effect of injector wear, L/h. */
    public double rateLph(Instant now) {
        return on ? averageLph(now) * factor() * context.conditions().fuelFactor(truckId, now) : 0;
    }

    /** Share of the engine's power that the truck uses, 0 to 1. */
    public double loadShare(Instant now) {
        return on ? physics.load(averageLph(now)) : 0;
    }

    /** Fuel of this truck and operator under way, divided by that of average ones. */
    double drivingFactor(Instant now) {
        return ownFactor * operatorFactor * context.conditions().fuelFactor(truckId, now);
    }

    void begin(long nowMs) {
        settledMs = nowMs;
    }

    /**
     * Sets the fuel consumption of the current operator, divided by that of the average operator.
     */
    void setOperatorFactor(double burnFactor) {
        operatorFactor = burnFactor;
    }

    /**
     * Drives as the profile says.
     *
     * @param to where the road leads
     */
    void drive(LegProfile leg, Location to, long nowMs) {
        on = true;
        profile = leg;
        drivingSinceMs = nowMs;
        elevationM = to.elevationM();
    }

    /** Runs at a multiple of the idle rate. */
    void idle(double factor) {
        on = true;
        profile = null;
        idleFactor = factor;
    }

    void stop() {
        on = false;
        profile = null;
    }

    /**
     * Subtracts the fuel burnt, leaked and stolen up to now from the tank, and adds it to the
     * counters.
     *
     * @param parked whether fuel can be stolen while the engine is off
     * @return litres burnt since the last call
     */
    double settle(long nowMs, boolean parked) {
        double hours = (nowMs - settledMs) / 3_600_000.0;
        if (hours <= 0) {
            return 0;
        }
        Conditions conditions = context.conditions();
        Instant now = context.instant(nowMs);
        double averageL = averageL(now, hours, nowMs);
        double burntL = tank.burn(averageL * factor() * conditions.fuelFactor(truckId, now));
        context.counters().addBurnt(burntL);
        context.observer().burnt(truckId, nowMs, burntL, averageL);
        if (on) {
            engineHours += hours;
        }
        context.counters().addLeaked(tank.leak(conditions.leakLph(truckId, now) * hours));
        if (parked && !on) {
            Instant from = Instant.ofEpochMilli(settledMs);
            context.counters().addStolen(tank.steal(conditions.stolenL(truckId, from, now)));
        }
        settledMs = nowMs;
        return burntL;
    }

    /** Fuel that an average engine and operator would have burnt since the last call, L. */
    private double averageL(Instant now, double hours, long nowMs) {
        if (!on) {
            return 0;
        }
        return profile == null
                ? averageLph(now) * hours
                : profile.litresAt(drivingS(nowMs)) - profile.litresAt(drivingS(settledMs));
    }

    /** Fuel rate of an average engine and operator, L/h. */
    private double averageLph(Instant now) {
        long nowMs = now.toEpochMilli();
        return profile == null
                ? idleFactor
                        * physics.idleLph(
                                new Air(Atmosphere.temperatureC(elevationM, nowMs), elevationM))
                : profile.lphAt(drivingS(nowMs));
    }

    private double drivingS(long nowMs) {
        return Math.max(0, nowMs - drivingSinceMs) / 1_000.0;
    }

    /** The operator affects driving only. */
    private double factor() {
        return profile == null ? ownFactor : ownFactor * operatorFactor;
    }
}
