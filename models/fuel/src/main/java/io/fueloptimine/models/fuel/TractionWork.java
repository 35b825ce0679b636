package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.consumption.EffectiveFlatHaul;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.site.TruckClass;

/**
 * The litres of measured work: the idle rate while the engine runs, plus a constant number of
 * litres per kWh at the wheels, from the effective flat haul and the mass of truck and load.
 *
 * <p>The fuel rate of a diesel engine is nearly linear in its power, with the idle rate as the
 * intercept (the Willans line; Pachernegg, SAE paper 690182, 1969). The litres are a feature of the
 * models and the unit of the cycle model's label; the models learn by how much a fleet deviates
 * from them. Stateless and thread-safe.
 */
final class TractionWork {

    /** 0.21 L per kWh of the engine, of which 87 % arrives at the wheels. */
    private static final double LITRES_PER_WHEEL_KWH = 0.24;

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double METRES_PER_KM = 1_000;

    private TractionWork() {}

    /** Mean power at the wheels in the covered time of a window, kW; NaN when unknown. */
    static double tractionKw(TruckClass truck, FuelWindow window) {
        if (truck == null || !(window.coveredS() > 0)) {
            return Double.NaN;
        }
        double massT = truck.emptyMassT() + window.meanPayloadT();
        return EffectiveFlatHaul.tractionKwh(massT, efhM(window))
                / (window.coveredS() / SECONDS_PER_HOUR);
    }

    /**
     * The effective flat haul of a window, m. A window with few readings has no measured one; it is
     * then estimated from distance and climb, because a model that has seen measured work only
     * would predict the litres of another window without it.
     */
    private static double efhM(FuelWindow window) {
        return window.efhM() != null
                ? window.efhM()
                : EffectiveFlatHaul.ofClimbM(METRES_PER_KM * window.distanceKm(), window.climbM());
    }

    /** Litres per hour of a window's work, L/h; NaN when unknown. */
    static double litresPerHour(TruckClass truck, FuelWindow window) {
        return truck == null
                ? Double.NaN
                : window.engineOnShare() * truck.idleLph()
                        + LITRES_PER_WHEEL_KWH * tractionKw(truck, window);
    }

    /** Energy at the wheels of the empty trip of a cycle, kWh; NaN when unknown. */
    static double emptyKwh(TruckClass truck, HaulCycle cycle) {
        return truck == null || cycle.efhEmptyM() == null
                ? Double.NaN
                : EffectiveFlatHaul.tractionKwh(truck.emptyMassT(), cycle.efhEmptyM());
    }

    /** Energy at the wheels of the loaded trip of a cycle, kWh; NaN when unknown. */
    static double fullKwh(TruckClass truck, HaulCycle cycle) {
        return truck == null || cycle.efhFullM() == null
                ? Double.NaN
                : EffectiveFlatHaul.tractionKwh(
                        truck.emptyMassT() + cycle.payloadT(), cycle.efhFullM());
    }

    /**
     * Litres of a cycle's work; NaN when unknown. When the time with the engine running is unknown,
     * it is the duration of all phases of the cycle.
     */
    static double litres(TruckClass truck, HaulCycle cycle) {
        if (truck == null) {
            return Double.NaN;
        }
        double phasesS =
                cycle.emptyTravelS() + cycle.fullTravelS() + CycleFeatures.standingS(cycle);
        double engineOnS = cycle.engineOnS() == null ? phasesS : cycle.engineOnS();
        return truck.idleLph() * engineOnS / SECONDS_PER_HOUR
                + LITRES_PER_WHEEL_KWH * (emptyKwh(truck, cycle) + fullKwh(truck, cycle));
    }
}
