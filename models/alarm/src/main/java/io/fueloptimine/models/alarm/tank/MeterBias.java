package io.fueloptimine.models.alarm.tank;

/**
 * A deviation between tank level and fuel meter that grows with the fuel burnt.
 *
 * @param hours time over which it was seen, h
 * @param meteredL fuel metered in this time, L
 * @param share fuel that left the tank beyond the fuel metered, as a share of the latter; above 0
 *     for a meter that shows too little
 * @param errorShare its standard error
 */
public record MeterBias(double hours, double meteredL, double share, double errorShare) {

    /** Litres that left the tank by its level. */
    double levelL() {
        return meteredL * (1 + share);
    }
}
