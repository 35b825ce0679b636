package io.fueloptimine.models.dispatch.ledger;

import io.fueloptimine.models.mine.consumption.HaulCycle;

/**
 * Sums over haul cycles with known litres, from which litres per tonne are fitted as a straight
 * line over the effective flat haul of the loaded trip. A cycle counts with its tonnes. Immutable.
 *
 * @param cycles number of cycles
 * @param t tonnes, t
 * @param te tonnes x effective flat haul, t km
 * @param te2 tonnes x effective flat haul squared, t km2
 * @param f litres, L
 * @param fe litres x effective flat haul, L km
 * @param f2t litres squared per tonne, L2/t
 */
public record CycleSums(
        long cycles, double t, double te, double te2, double f, double fe, double f2t) {

    /** No cycles. */
    public static final CycleSums NONE = new CycleSums(0, 0, 0, 0, 0, 0, 0);

    /** The sums of one cycle; none when its litres are unknown or it has no payload. */
    public static CycleSums of(HaulCycle cycle) {
        if (cycle.fuelL() == null || !(cycle.payloadT() > 0)) {
            return NONE;
        }
        double tonnes = cycle.payloadT();
        double efhKm = HaulWork.efhM(cycle) / 1_000;
        double litres = cycle.fuelL();
        return new CycleSums(
                1,
                tonnes,
                tonnes * efhKm,
                tonnes * efhKm * efhKm,
                litres,
                litres * efhKm,
                litres * litres / tonnes);
    }

    /** The sums over the cycles of both. */
    public CycleSums plus(CycleSums other) {
        return new CycleSums(
                cycles + other.cycles,
                t + other.t,
                te + other.te,
                te2 + other.te2,
                f + other.f,
                fe + other.fe,
                f2t + other.f2t);
    }
}
