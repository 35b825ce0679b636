package io.fueloptimine.models.drift.residual;

import java.util.Arrays;

/**
 * What a truck burnt relative to what was expected, by kind of work: lately, and before that. The
 * cause of a drift shows in which work costs more. The array must not be modified. Immutable.
 *
 * @param litres for each work: burnt and expected litres of the last hour, then of the last hours
 *     before, with weights that halve in 40 and 480 windows
 */
public record WorkRatios(double[] litres) {

    /** No windows. */
    public static final WorkRatios NONE = new WorkRatios(new double[4 * Work.values().length]);

    private static final double RECENT = Math.pow(0.5, 1.0 / 40);
    private static final double USUAL = Math.pow(0.5, 1.0 / 480);

    /** Weight of the assumption that all work has the same error of the model, L. */
    private static final double PRIOR_L = 20;

    /** Expected litres without which a ratio is not known. */
    private static final double FEWEST_L = 3;

    WorkRatios with(Work work, double burntL, double expectedL) {
        double[] next = litres.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] *= i % 4 < 2 ? RECENT : USUAL;
        }
        int first = 4 * work.ordinal();
        next[first] += burntL;
        next[first + 1] += expectedL;
        next[first + 2] += burntL;
        next[first + 3] += expectedL;
        return new WorkRatios(next);
    }

    /**
     * How much more than for all work together the truck usually burns for a work, as a share of
     * the expected litres. The error of the model for a work recurs; without this part, a ratio
     * does not depend on what the truck happens to do. A change of all work alike leaves it as it
     * is.
     */
    double usualDeviationOf(Work work) {
        double burntL = 0;
        double expectedL = 0;
        for (int i = 0; i < litres.length; i += 4) {
            burntL += litres[i + 2];
            expectedL += litres[i + 3];
        }
        if (expectedL < FEWEST_L) {
            return 0;
        }
        int first = 4 * work.ordinal();
        double all = burntL / expectedL;
        return (litres[first + 2] - all * litres[first + 3]) / (litres[first + 3] + PRIOR_L);
    }

    WorkRatios plus(WorkRatios other) {
        double[] sums = litres.clone();
        Arrays.setAll(sums, i -> sums[i] + other.litres[i]);
        return new WorkRatios(sums);
    }

    /** By how much the ratio of a work has changed lately; NaN without enough litres. */
    double shiftOf(Work work) {
        int first = 4 * work.ordinal();
        if (litres[first + 1] < FEWEST_L || litres[first + 3] < 2 * FEWEST_L) {
            return Double.NaN;
        }
        return litres[first] / litres[first + 1] - litres[first + 2] / litres[first + 3];
    }
}
