package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.station.FuelTank;

/**
 * The tank level below which a truck refuels without an assignment, and the level to which it fills
 * the tank. Both levels are drawn at random after each refuelling.
 */
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

    /** Draws the tank level that triggers the next refuelling, and the level after refuelling. */
    void drawNext(SeededRandom random) {
        double tankL = tank.capacityL();
        double full = DurationModel.FULL_SHARE + DurationModel.FULL_SHARE_SD * random.gaussian();
        fillToL = tankL * Math.min(1, full);
        double share =
                DurationModel.REFUEL_SHARE + DurationModel.REFUEL_SHARE_SD * random.gaussian();
        refuelAtL = fillToL - tankL * Math.max(MIN_SHARE, Math.min(share, MAX_SHARE));
    }

    /**
     * Whether the tank is below its reserve level; the truck then refuels before it follows any
     * assignment.
     */
    boolean reserveReached() {
        return tank.levelL() < DurationModel.RESERVE_SHARE * tank.capacityL();
    }

    boolean due() {
        return tank.levelL() < refuelAtL;
    }

    double litresWanted() {
        return Math.max(0, fillToL - tank.levelL());
    }

    /** The tank level below which the truck drives to the fuel bay without an assignment, L. */
    double refuelAtL() {
        return refuelAtL;
    }
}
