package io.fueloptimine.models.dispatch.outlier;

import java.util.List;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * {@link MixedModel} with one dense matrix of all equations and always 60 rounds, as the reference
 * of its test.
 */
final class DenseMixedModel {

    private static final int ROUNDS = 60;
    private static final double LEAST_VARIANCE = 1e-8;

    private final int firsts;
    private final double[] solution;
    private final double[] errors;

    DenseMixedModel(List<MixedModel.Row> rows, int firsts, int seconds) {
        this.firsts = firsts;
        int size = 1 + firsts + seconds;
        double spread =
                rows.stream().mapToDouble(row -> row.value() * row.value()).average().orElse(1);
        double firstVariance = Math.max(LEAST_VARIANCE, spread / 3);
        double secondVariance = firstVariance;
        double errorVariance = firstVariance;
        double[] found = new double[size];
        double[] variances = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            R064Store normal = R064Store.FACTORY.make(size, size);
            R064Store right = R064Store.FACTORY.make(size, 1);
            for (int i = 0; i < size; i++) {
                double prior = i == 0 ? 0 : i <= firsts ? firstVariance : secondVariance;
                normal.set(i, i, i == 0 ? 1e-9 : errorVariance / prior);
            }
            for (MixedModel.Row row : rows) {
                int[] at = {0, 1 + row.first(), 1 + firsts + row.second()};
                for (int i : at) {
                    right.add(i, 0, row.weight() * row.value());
                    for (int j : at) {
                        normal.add(i, j, row.weight());
                    }
                }
            }
            Cholesky<Double> cholesky = Cholesky.R064.make(normal);
            cholesky.decompose(normal);
            found = cholesky.getSolution(right).toRawCopy1D();
            MatrixStore<Double> inverse = cholesky.getInverse();
            for (int i = 0; i < size; i++) {
                variances[i] = errorVariance * inverse.doubleValue(i, i);
            }
            firstVariance = variance(found, variances, 1, firsts);
            secondVariance = variance(found, variances, 1 + firsts, seconds);
            errorVariance = errorVariance(rows, found);
        }
        solution = found;
        errors = variances;
    }

    private static double variance(double[] found, double[] variances, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += found[i] * found[i] + variances[i];
        }
        return Math.max(LEAST_VARIANCE, sum / count);
    }

    /** The estimate of restricted maximum likelihood: products of values and residuals. */
    private double errorVariance(List<MixedModel.Row> rows, double[] found) {
        double sum = 0;
        for (MixedModel.Row row : rows) {
            double fitted = found[0] + found[1 + row.first()] + found[1 + firsts + row.second()];
            sum += row.weight() * row.value() * (row.value() - fitted);
        }
        return Math.max(LEAST_VARIANCE, sum / Math.max(1, rows.size() - 1));
    }

    /** Effect of a level of the first kind. */
    double first(int index) {
        return solution[1 + index];
    }

    /** Standard error of {@link #first}. */
    double firstError(int index) {
        return Math.sqrt(errors[1 + index]);
    }

    /** Effect of a level of the second kind. */
    double second(int index) {
        return solution[1 + firsts + index];
    }

    /** Standard error of {@link #second}. */
    double secondError(int index) {
        return Math.sqrt(errors[1 + firsts + index]);
    }
}
