package io.fueloptimine.models.alarm.rule;

import io.fueloptimine.models.alarm.PatternSettings;

/**
 * The loads of one loading unit in one shift, judged by the 10/10/20 policy: the mean is at most
 * the target, and at most a tolerated share of the loads is above 110 % of the nominal payload. A
 * load above 120 % is an alarm of the truck at once, and not of the shift. Means and shares count
 * only beyond chance. A shift is judged after each of its loads, up to about 100 times, so that the
 * probability that chance explains them at one time is limited to 0.1 %. The mean counts beyond the
 * error of the trucks' scales, too: a unit loads the same few trucks all shift. Immutable.
 *
 * @param shiftStartMs start of the shift, ms since the epoch
 * @param loads number of loads
 * @param sum sum of the loads, each as a share of the nominal payload
 * @param sumOfSquares sum of the squares of these shares
 * @param over loads above the overload limit
 * @param under loads below the underload limit
 */
public record ShiftLoads(
        long shiftStartMs, int loads, double sum, double sumOfSquares, int over, int under) {

    private static final double CHANCE = 0.001;

    /** Student's t for nine degrees of freedom at 99.9 %; smaller with more loads. */
    private static final double DEVIATIONS = 4.3;

    /** Standard error of the mean of a unit's trucks: scales of 1.5 %, three trucks. */
    private static final double SCALE_ERROR = 0.009;

    /** A shift without loads. */
    public static ShiftLoads of(long shiftStartMs) {
        return new ShiftLoads(shiftStartMs, 0, 0, 0, 0, 0);
    }

    /**
     * Adds a load.
     *
     * @param share payload / nominal payload
     * @param overShare share above which a load counts as an overload
     * @param underShare share below which a load counts as too small
     */
    public ShiftLoads with(double share, double overShare, double underShare) {
        return new ShiftLoads(
                shiftStartMs,
                loads + 1,
                sum + share,
                sumOfSquares + share * share,
                over + (share > overShare ? 1 : 0),
                under + (share < underShare ? 1 : 0));
    }

    /** Mean load / nominal payload; NaN without loads. */
    public double mean() {
        return sum / loads;
    }

    /** Whether the loads are too heavy, beyond chance. */
    public boolean overloads(PatternSettings limits) {
        return loads >= limits.leastLoads()
                && (mean() - margin() > limits.targetShare()
                        || beyondChance(over, limits.toleratedLoadShare()));
    }

    /** Whether the loads are too small, beyond chance. */
    public boolean underloads(PatternSettings limits) {
        return loads >= limits.leastLoads()
                && (mean() + margin() < limits.underloadMeanShare()
                        || beyondChance(under, limits.toleratedLoadShare()));
    }

    private double margin() {
        double variance = Math.max(0, (sumOfSquares - sum * sum / loads) / (loads - 1));
        return SCALE_ERROR + DEVIATIONS * Math.sqrt(variance / loads);
    }

    /** Whether at least this many loads are so unlikely that chance does not explain them. */
    private boolean beyondChance(int count, double tolerated) {
        double fewer = 0;
        double exactly = Math.pow(1 - tolerated, loads);
        for (int k = 0; k < count; k++) {
            fewer += exactly;
            exactly *= (loads - k) / (k + 1.0) * tolerated / (1 - tolerated);
        }
        return 1 - fewer < CHANCE;
    }
}
