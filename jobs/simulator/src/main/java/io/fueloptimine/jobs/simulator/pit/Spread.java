package io.fueloptimine.jobs.simulator.pit;

/**
 * How a duration spreads: a lognormal whose logarithm may fall off differently on either side, a
 * share of zeros, and a largest value. A mine's durations have long left tails in the logarithm,
 * which a plain lognormal of the same fit would answer with too many hours.
 *
 * @param logMode mode of the logarithm of seconds
 * @param sigmaBelow standard deviation of the logarithm below the mode
 * @param sigmaAbove the same above it
 * @param zeroShare share of exact zeros, 0 to 1
 * @param maxS largest value, s
 */
record Spread(double logMode, double sigmaBelow, double sigmaAbove, double zeroShare, double maxS) {

    /** A lognormal of that mean and standard deviation. */
    static Spread ofMeanAndSd(double meanS, double sdS, double maxS) {
        double variance = Math.log(1 + sdS * sdS / (meanS * meanS));
        double sigma = Math.sqrt(variance);
        return new Spread(Math.log(meanS) - variance / 2, sigma, sigma, 0, maxS);
    }

    /** One duration, s. */
    double draw(Dice dice) {
        if (zeroShare > 0 && dice.chance(zeroShare)) {
            return 0;
        }
        double size = Math.abs(dice.gaussian());
        boolean below = dice.chance(sigmaBelow / (sigmaBelow + sigmaAbove));
        return Math.min(
                maxS, Math.exp(below ? logMode - size * sigmaBelow : logMode + size * sigmaAbove));
    }
}
