package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.training.evaluation.Quantiles;
import java.util.Arrays;

/**
 * Robust non-negative least squares without an intercept.
 *
 * <p>The loss is quadratic up to a bound and linear beyond it (Huber 1964). The bound is 1.345
 * standard deviations, estimated from the median absolute error (Holland and Welsch 1977); the
 * bound is not tuned. The fit is iteratively reweighted; each iteration uses coordinate descent,
 * which converges because the problem is convex. Stateless. Equal rows in equal order give equal
 * bits.
 */
final class NonNegativeFit {

    private static final double HUBER = 1.345;
    private static final double DEVIATIONS_PER_MEDIAN = 1.4826;
    private static final int REWEIGHTINGS = 50;
    private static final int SWEEPS = 20_000;
    private static final double CONVERGED = 1e-10;

    private NonNegativeFit() {}

    /**
     * The weights, one per column.
     *
     * @param rows the rows, at least one, all of equal length, finite; not modified
     * @param labels the labels, one per row, finite; not modified
     */
    static double[] of(double[][] rows, double[] labels) {
        double[] rowWeights = new double[labels.length];
        Arrays.fill(rowWeights, 1);
        double[] weights = solve(rows, labels, rowWeights, new double[rows[0].length]);
        for (int round = 0; round < REWEIGHTINGS; round++) {
            double[] before = weights;
            weights = solve(rows, labels, rowWeights(rows, labels, before), before);
            if (converged(before, weights)) {
                return weights;
            }
        }
        return weights;
    }

    private static double[] rowWeights(double[][] rows, double[] labels, double[] weights) {
        double[] errors = new double[labels.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.abs(labels[i] - dot(rows[i], weights));
        }
        double[] sorted = errors.clone();
        Arrays.sort(sorted);
        double bound = HUBER * DEVIATIONS_PER_MEDIAN * Quantiles.medianOfSorted(sorted);
        return Arrays.stream(errors).map(error -> error <= bound ? 1 : bound / error).toArray();
    }

    /** Solves a weighted least-squares problem, starting from given weights. */
    private static double[] solve(
            double[][] rows, double[] labels, double[] rowWeights, double[] start) {
        int width = start.length;
        double[][] products = new double[width][width];
        double[] targets = new double[width];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                double weighted = rowWeights[i] * rows[i][j];
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
            if (converged(before, weights)) {
                break;
            }
        }
        return weights;
    }

    /** Optimises each weight in turn with the others fixed. A column of zeros gets the weight 0. */
    private static void sweep(double[][] products, double[] targets, double[] weights) {
        for (int j = 0; j < weights.length; j++) {
            double own = products[j][j];
            double others = dot(products[j], weights) - own * weights[j];
            weights[j] = own == 0 ? 0 : Math.max(0, (targets[j] - others) / own);
        }
    }

    private static boolean converged(double[] before, double[] after) {
        for (int j = 0; j < after.length; j++) {
            if (Math.abs(after[j] - before[j]) > CONVERGED * Math.max(1, after[j])) {
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
