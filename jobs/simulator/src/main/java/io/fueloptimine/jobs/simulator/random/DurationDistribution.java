package io.fueloptimine.jobs.simulator.random;

/**
 * The distribution of a duration: a two-piece lognormal with a share of zeros and a maximum.
 *
 * <p>The logarithm of the duration is normally distributed, with different standard deviations
 * below and above its mode. The logarithms of durations in a mine have long left tails; a plain
 * lognormal distribution fitted to them would give too many long durations.
 *
 * @param logMode mode of the logarithm of the duration in seconds
 * @param sigmaBelow standard deviation of the logarithm below the mode
 * @param sigmaAbove standard deviation of the logarithm above the mode
 * @param zeroShare share of durations that are exactly zero, 0 to 1
 * @param maxS maximum duration, s
 */
public record DurationDistribution(
        double logMode, double sigmaBelow, double sigmaAbove, double zeroShare, double maxS) {

    /**
     * A plain lognormal distribution with the given mean and standard deviation, in s, limited to a
     * maximum.
     */
    public static DurationDistribution ofMeanAndSd(double meanS, double sdS, double maxS) {
        double variance = Math.log(1 + sdS * sdS / (meanS * meanS));
        double sigma = Math.sqrt(variance);
        return new DurationDistribution(Math.log(meanS) - variance / 2, sigma, sigma, 0, maxS);
    }

    /** Draws a duration, s. */
    public double draw(SeededRandom random) {
        if (zeroShare > 0 && random.chance(zeroShare)) {
            return 0;
        }
        double size = Math.abs(random.gaussian());
        boolean below = random.chance(sigmaBelow / (sigmaBelow + sigmaAbove));
        return Math.min(
                maxS, Math.exp(below ? logMode - size * sigmaBelow : logMode + size * sigmaAbove));
    }
}
