package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.random.SeededRandom;

/**
 * The payload scale of a truck. Its error is a factor that belongs to the truck and that nothing
 * publishes; the standard deviation over all trucks is 1.5 %. The true payload burns the fuel and
 * is booked at the dump; the truck reports what its scale shows. Immutable and thread-safe.
 */
final class PayloadScale {

    private static final double BIAS_SD = 0.015;

    private final double factor;

    PayloadScale(long seed, String truckId) {
        factor = 1 + BIAS_SD * SeededRandom.of(seed, truckId + "scale").gaussian();
    }

    /** The payload that the scale shows, t. */
    double shownT(double trueT) {
        return factor * trueT;
    }
}
