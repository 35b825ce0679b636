package io.fueloptimine.models.dispatch.outlier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Henderson's equations of a mean and two crossed random effects. The block of each effect is
 * diagonal, because an observation has one level of each effect. The second effect is eliminated
 * (Schur complement), so that only a matrix of the size of the first effect is inverted. The first
 * effect should therefore be the one with fewer levels. Immutable.
 *
 * <p>Unknowns are in the order: mean, first effect, second effect.
 */
final class CrossedEquations {

    /**
     * The solution of the equations.
     *
     * @param values the unknowns
     * @param variances the diagonal of the inverse of the equations
     */
    record Solution(double[] values, double[] variances) {}

    /** Keeps the equations definite: the mean has almost no prior. */
    private static final double MEAN_RIDGE = 1e-9;

    private final int kept;
    private final int seconds;

    /** Sums of weights of each unknown, without priors. */
    private final double[] weights;

    /** Sums of weighted values of each unknown. */
    private final double[] right;

    /** Sum of weighted squares of the values. */
    private final double squares;

    /** The unknowns of mean and first effect that occur with each level of the second effect. */
    private final int[][] neighbours;

    /** The sums of weights of {@link #neighbours}. */
    private final double[][] shared;

    CrossedEquations(List<MixedModel.Row> rows, int firsts, int seconds) {
        kept = 1 + firsts;
        this.seconds = seconds;
        weights = new double[kept + seconds];
        right = new double[kept + seconds];
        List<Map<Integer, Double>> sums = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            sums.add(new TreeMap<>());
        }
        for (MixedModel.Row row : rows) {
            for (int i : new int[] {0, 1 + row.first(), kept + row.second()}) {
                weights[i] += row.weight();
                right[i] += row.weight() * row.value();
            }
            sums.get(row.second()).merge(0, row.weight(), Double::sum);
            sums.get(row.second()).merge(1 + row.first(), row.weight(), Double::sum);
        }
        squares = rows.stream().mapToDouble(row -> row.weight() * row.value() * row.value()).sum();
        neighbours = new int[seconds][];
        shared = new double[seconds][];
        for (int second = 0; second < seconds; second++) {
            Map<Integer, Double> of = sums.get(second);
            neighbours[second] = of.keySet().stream().mapToInt(Integer::intValue).toArray();
            shared[second] = of.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /**
     * Solves the equations.
     *
     * @param firstPrior variance of the errors divided by that of the first effect
     * @param secondPrior the same for the second effect
     */
    Solution solve(double firstPrior, double secondPrior) {
        double[][] inverse = new double[kept][];
        double[] reduced = new double[kept];
        for (int i = 0; i < kept; i++) {
            inverse[i] = new double[i + 1];
            inverse[i][0] = weights[i];
            inverse[i][i] = weights[i] + (i == 0 ? MEAN_RIDGE : firstPrior);
            reduced[i] = right[i];
        }
        for (int second = 0; second < seconds; second++) {
            eliminate(second, weights[kept + second] + secondPrior, inverse, reduced);
        }
        SymmetricInverse.invert(inverse);
        double[] values = new double[kept + seconds];
        double[] variances = new double[kept + seconds];
        for (int i = 0; i < kept; i++) {
            addProducts(inverse[i], i, reduced, values);
            variances[i] = inverse[i][i];
        }
        for (int second = 0; second < seconds; second++) {
            double diagonal = weights[kept + second] + secondPrior;
            double rest = right[kept + second];
            for (int i = 0; i < neighbours[second].length; i++) {
                rest -= shared[second][i] * values[neighbours[second][i]];
            }
            values[kept + second] = rest / diagonal;
            variances[kept + second] = (1 + spread(second, inverse) / diagonal) / diagonal;
        }
        return new Solution(values, variances);
    }

    /** The sum of weight, value and residual, multiplied, of all observations. */
    double residualProducts(double[] values) {
        double sum = squares;
        for (int i = 0; i < values.length; i++) {
            sum -= values[i] * right[i];
        }
        return sum;
    }

    private void eliminate(int second, double diagonal, double[][] lower, double[] reduced) {
        int[] at = neighbours[second];
        double[] weight = shared[second];
        for (int i = 0; i < at.length; i++) {
            double factor = weight[i] / diagonal;
            reduced[at[i]] -= factor * right[kept + second];
            double[] row = lower[at[i]];
            for (int j = 0; j <= i; j++) {
                row[at[j]] -= factor * weight[j];
            }
        }
    }

    /** The shared weights of a level of the second effect times the inverse times these weights. */
    private double spread(int second, double[][] inverse) {
        int[] at = neighbours[second];
        double[] weight = shared[second];
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            double[] row = inverse[at[i]];
            double offDiagonal = 0;
            for (int j = 0; j < i; j++) {
                offDiagonal += weight[j] * row[at[j]];
            }
            sum += weight[i] * (2 * offDiagonal + weight[i] * row[at[i]]);
        }
        return sum;
    }

    /** Adds what a row of the lower triangle, and its mirror image, add to a product. */
    private static void addProducts(double[] row, int at, double[] vector, double[] product) {
        double sum = 0;
        for (int j = 0; j < at; j++) {
            sum += row[j] * vector[j];
            product[j] += row[j] * vector[at];
        }
        product[at] += sum + row[at] * vector[at];
    }
}
