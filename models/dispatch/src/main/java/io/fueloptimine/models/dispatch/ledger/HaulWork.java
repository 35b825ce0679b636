package io.fueloptimine.models.dispatch.ledger;

import io.fueloptimine.models.mine.consumption.EffectiveFlatHaul;
import io.fueloptimine.models.mine.consumption.HaulCycle;

/**
 * Loads from one face to one dump. Immutable.
 *
 * @param loads number of loads
 * @param tonnes payloads, t
 * @param efhTonneM sum of payload x effective flat haul of the loaded trip, t m
 * @param fuelTonnes payloads of the cycles whose litres are known, t
 * @param fuelL litres of these cycles, from the departure of the empty truck until its body is
 *     empty again, L
 */
public record HaulWork(
        int loads, double tonnes, double efhTonneM, double fuelTonnes, double fuelL) {

    /**
     * The work of one cycle. Without a measured effective flat haul it is estimated from distance
     * and lift.
     */
    public static HaulWork of(HaulCycle cycle) {
        boolean fuelKnown = cycle.fuelL() != null;
        return new HaulWork(
                1,
                cycle.payloadT(),
                cycle.payloadT() * efhM(cycle),
                fuelKnown ? cycle.payloadT() : 0,
                fuelKnown ? cycle.fuelL() : 0);
    }

    /** The effective flat haul of the loaded trip of a cycle, m. */
    static double efhM(HaulCycle cycle) {
        if (cycle.efhFullM() != null) {
            return cycle.efhFullM();
        }
        double liftM = cycle.liftM() == null ? 0 : cycle.liftM();
        return EffectiveFlatHaul.ofClimbM(cycle.fullDistanceM(), Math.max(0, liftM));
    }

    /** The sum of both. */
    public HaulWork plus(HaulWork other) {
        return new HaulWork(
                loads + other.loads,
                tonnes + other.tonnes,
                efhTonneM + other.efhTonneM,
                fuelTonnes + other.fuelTonnes,
                fuelL + other.fuelL);
    }

    /** The mean effective flat haul of a tonne, m; 0 without tonnes. */
    public double efhM() {
        return tonnes > 0 ? efhTonneM / tonnes : 0;
    }
}
