package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.station.FuelTank;

/** When a truck refuels by itself, and up to which level. Drawn anew after each refuelling. */
final class RefuelPlan {

    private static final double MIN_SHARE = 0.12;
    private static final double MAX_SHARE = 0.87;

    private final FuelTank tank;
    private double refuelAtL;
    private double fillToL;

    RefuelPlan(FuelTank tank, SeededRandom random) {
        this.tank = tank;
        drawNext(random);
    }

    /** Draws the level of the next refuelling and how full the tank will be afterwards. */
    void drawNext(SeededRandom random) {
        double tankL = tank.capacityL();
        double full = DurationModel.FULL_SHARE + DurationModel.FULL_SHARE_SD * random.gaussian();
        fillToL = tankL * Math.min(1, full);
        double share =
                DurationModel.REFUEL_SHARE + DurationModel.REFUEL_SHARE_SD * random.gaussian();
        refuelAtL = fillToL - tankL * Math.max(MIN_SHARE, Math.min(share, MAX_SHARE));
    }

    /** Whether the tank is below the reserve, which goes before any assignment. */
    boolean reserveReached() {
        return tank.levelL() < DurationModel.RESERVE_SHARE * tank.capacityL();
    }

    boolean due() {
        return tank.levelL() < refuelAtL;
    }

    double litresWanted() {
        return Math.max(0, fillToL - tank.levelL());
    }

    /** The tank level at which the truck drives to the fuel bay by itself, L. */
    double refuelAtL() {
        return refuelAtL;
    }

    void restore(double level) {
        refuelAtL = level;
    }
}
