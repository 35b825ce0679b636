package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.fuel.HaulPhysics;
import io.fueloptimine.models.mine.TruckClass;
import java.time.Instant;

/**
 * A truck's engine and tank: burns at a steady rate until told another one. Every engine loses its
 * own 0 to 10 % of power to altitude, and burns up to 3 % more or less than its class.
 */
final class TruckEngine {

    private static final double MAX_DERATE = 0.10;
    private static final double WEAR_SPREAD = 0.03;

    final TruckClass truckClass;
    final Tank tank;
    private final PitWorld world;
    private final String truckId;
    private final double ownFactor;
    private double operatorFactor = 1;
    private boolean on = true;
    private double rateLph;
    private double engineHours;
    private long settledMs;

    TruckEngine(PitWorld world, String truckId, TruckClass nominal, Tank tank, double hours) {
        this.world = world;
        this.truckId = truckId;
        this.tank = tank;
        engineHours = hours;
        double derate = MAX_DERATE * Dice.fixed(world.seed, truckId + "derate");
        ownFactor = 1 + WEAR_SPREAD * (2 * Dice.fixed(world.seed, truckId + "wear") - 1);
        truckClass =
                new TruckClass(
                        nominal.name(),
                        nominal.payloadT(),
                        nominal.emptyMassT(),
                        nominal.ratedPowerKw() * (1 - derate),
                        nominal.tankL(),
                        nominal.idleLph());
    }

    void begin(long nowMs) {
        settledMs = nowMs;
    }

    boolean on() {
        return on;
    }

    double engineHours() {
        return engineHours;
    }

    /** True burn now, L/h, wear included. */
    double rateLph(Instant now) {
        return on ? rateLph * world.conditions.fuelFactor(truckId, now) : 0;
    }

    void driver(double burnFactor) {
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

    /** Runs at a multiple of idle. */
    void idle(double factor) {
        on = true;
        rateLph = ownFactor * truckClass.idleLph() * factor;
    }

    void off() {
        on = false;
        rateLph = 0;
    }

    /** Brings tank and counters up to now; returns the litres burnt since the last time. */
    double settle(long nowMs, boolean mayBeRobbed) {
        double hours = (nowMs - settledMs) / 3_600_000.0;
        if (hours <= 0) {
            return 0;
        }
        Instant now = world.instant(nowMs);
        double burntL = tank.burn(rateLph(now) * hours);
        world.tally.burntL += burntL;
        if (on) {
            engineHours += hours;
        }
        world.tally.leakedL += tank.leak(world.conditions.leakLph(truckId, now) * hours);
        if (mayBeRobbed && !on) {
            Instant from = Instant.ofEpochMilli(settledMs);
            world.tally.stolenL += tank.steal(world.conditions.stolenL(truckId, from, now));
        }
        settledMs = nowMs;
        return burntL;
    }
}
