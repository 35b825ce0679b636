package io.fueloptimine.models.alarm.tank;

/**
 * How the balance of a tank changes with time and with the fuel metered.
 *
 * @param blocks number of blocks
 * @param hours time for which the loss is estimated, h
 * @param leakLph loss with time, L/h; below 0 for a gain
 * @param leakErrorLph its standard error, L/h
 * @param meterShare excess of the meter over the fuel that left the tank, as a share of the latter
 * @param meterErrorShare its standard error
 */
public record LossEstimate(
        int blocks,
        double hours,
        double leakLph,
        double leakErrorLph,
        double meterShare,
        double meterErrorShare) {

    /** No estimate. */
    static final LossEstimate NONE = new LossEstimate(0, 0, 0, Double.POSITIVE_INFINITY, 0, 1);

    /** The loss in standard errors. */
    double sigmas() {
        return leakLph / leakErrorLph;
    }

    double litres() {
        return leakLph * hours;
    }
}
