package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.station.FuelTank;
import io.fueloptimine.models.fuel.HaulPhysics;
import io.fueloptimine.models.mine.TruckClass;
import java.time.Instant;

/**
 * Engine and tank of a truck. The fuel rate is constant until the engine load changes. Each engine
 * loses 0 to 10 % of its power to altitude, and its fuel rate deviates by up to 3 % from that of
 * its class.
 */
public final class TruckEngine {

    private static final double MAX_DERATE = 0.10;
    private static final double WEAR_SPREAD = 0.03;

    private final TruckClass truckClass;
    private final FuelTank tank;
    private final PitContext context;
    private final String truckId;
    private final double ownFactor;
    private double operatorFactor = 1;
    private boolean on = true;
    private double rateLph;
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
        truckClass =
                new TruckClass(
                        nominal.name(),
                        nominal.payloadT(),
                        nominal.emptyMassT(),
                        nominal.ratedPowerKw() * (1 - derate),
                        nominal.tankL(),
                        nominal.idleLph());
    }

    /** The truck's class, with its power reduced to that of this engine at altitude. */
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

    /** True fuel rate including the effect of injector wear, L/h. */
    public double rateLph(Instant now) {
        return on ? rateLph * context.conditions().fuelFactor(truckId, now) : 0;
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

    void drive(double payloadT, double speedKph, double gradePct, double resistancePct) {
        on = true;
        rateLph =
                ownFactor
                        * operatorFactor
                        * HaulPhysics.fuelRateLph(
                                truckClass, payloadT, speedKph, gradePct, resistancePct);
    }

    /** Sets the fuel rate to a multiple of the idle rate. */
    void idle(double factor) {
        on = true;
        rateLph = ownFactor * truckClass.idleLph() * factor;
    }

    void stop() {
        on = false;
        rateLph = 0;
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
        double burntL = tank.burn(rateLph(now) * hours);
        context.counters().addBurnt(burntL);
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
}
