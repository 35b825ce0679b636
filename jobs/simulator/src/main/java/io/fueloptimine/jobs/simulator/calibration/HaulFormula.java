package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.models.mine.site.TruckClass;

/**
 * The formula of the fuel rate that reproduces the measured fuel rates of loaded and empty trucks
 * on the Andean mine's own roads within 6 %. It stands for these measurements at mines with other
 * roads. The simulation does not use it.
 */
final class HaulFormula {

    private static final double GRAVITY_MPS2 = 9.81;
    private static final double ROLLING = 0.0225;
    private static final double EFFICIENCY = 0.85;
    private static final double HOTEL_KW = 100;
    private static final double LITRES_PER_KWH = 0.243;

    private HaulFormula() {}

    /** Fuel rate, L/h. */
    static double lph(TruckClass truckClass, double payloadT, double gradePct, double mps) {
        double massKg = 1_000 * (truckClass.emptyMassT() + payloadT);
        double forceN = massKg * GRAVITY_MPS2 * (gradePct / 100 + ROLLING);
        double kw = Math.max(0, forceN * mps) / 1_000 / EFFICIENCY + HOTEL_KW;
        double lph = LITRES_PER_KWH * Math.min(truckClass.ratedPowerKw(), kw);
        return Math.max(truckClass.idleLph(), lph);
    }
}
