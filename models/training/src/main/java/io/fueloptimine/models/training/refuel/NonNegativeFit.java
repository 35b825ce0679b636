package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.training.evaluation.Quantiles;
import java.util.Arrays;

/**
 * A sum of columns, each times a weight of 0 or more and without an intercept, that meets labels as
 * well as it can when labels that are far off count less.
 *
 * <p>Errors are squared up to a bound and linear beyond (Huber 1964); the bound is 1.345 standard
 * deviations, these estimated from the median absolute error (Holland and Welsch 1977): a choice
 * from the literature, not one fitted to the labels. Iteratively reweighted; within, coordinate
 * descent, which converges because the problem is convex. Stateless; the same rows in the same
 * order give the same bits.
 */
final class NonNegativeFit {

    private static final double HUBER = 1.345;
    private static final double DEVIATIONS_PER_MEDIAN = 1.4826;
    private static final int REWEIGHTINGS = 50;
    private static final int SWEEPS = 20_000;
    private static final double SETTLED = 1e-10;

    private NonNegativeFit() {}

    /**
     * The weights, one a column.
     *
     * @param rows at least one, all of one length, finite; only read
     * @param labels one a row, finite; only read
     */
    static double[] of(double[][] rows, double[] labels) {
        double[] trust = new double[labels.length];
        Arrays.fill(trust, 1);
        double[] weights = solve(rows, labels, trust, new double[rows[0].length]);
        for (int round = 0; round < REWEIGHTINGS; round++) {
            double[] before = weights;
            weights = solve(rows, labels, trust(rows, labels, before), before);
            if (settled(before, weights)) {
                return weights;
            }
        }
        return weights;
    }

    private static double[] trust(double[][] rows, double[] labels, double[] weights) {
        double[] errors = new double[labels.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.abs(labels[i] - dot(rows[i], weights));
        }
        double[] sorted = errors.clone();
        Arrays.sort(sorted);
        double bound = HUBER * DEVIATIONS_PER_MEDIAN * Quantiles.medianOfSorted(sorted);
        return Arrays.stream(errors).map(error -> error <= bound ? 1 : bound / error).toArray();
    }

    /** Weighted least squares, starting from weights that are near. */
    private static double[] solve(
            double[][] rows, double[] labels, double[] trust, double[] start) {
        int width = start.length;
        double[][] products = new double[width][width];
        double[] targets = new double[width];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                double weighted = trust[i] * rows[i][j];
                targets[j] += weighted * labels[i];
                for (int k = 0; k < width; k++) {
                    products[j][k] += weighted * rows[i][k];
                }
            }
        }
        double[] weights = start.clone();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double[] before = weights.clone();
            sweep(products, targets, weights);
            if (settled(before, weights)) {
                break;
            }
        }
        return weights;
    }

    /** Each weight in turn at its best, the others held; a column of zeros weighs nothing. */
    private static void sweep(double[][] products, double[] targets, double[] weights) {
        for (int j = 0; j < weights.length; j++) {
            double own = products[j][j];
            double others = dot(products[j], weights) - own * weights[j];
            weights[j] = own == 0 ? 0 : Math.max(0, (targets[j] - others) / own);
        }
    }

    private static boolean settled(double[] before, double[] after) {
        for (int j = 0; j < after.length; j++) {
            if (Math.abs(after[j] - before[j]) > SETTLED * Math.max(1, after[j])) {
                return false;
            }
        }
        return true;
    }

    private static double dot(double[] row, double[] weights) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += row[j] * weights[j];
        }
        return sum;
    }
}
