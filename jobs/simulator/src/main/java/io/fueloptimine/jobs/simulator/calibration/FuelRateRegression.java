package io.fueloptimine.jobs.simulator.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fuel rates by kind of hours, from the litres refuelled and the hours between refuellings: linear
 * least squares without an intercept. The standard errors are robust against trucks that differ
 * (Liang and Zeger 1986): a truck's intervals are one cluster.
 */
final class FuelRateRegression {

    private static final int COLUMNS = BurnKind.values().length;

    private FuelRateRegression() {}

    /** Computes the rates, L/h, in the order of {@link BurnKind}. */
    static ClusteredFit fit(List<RefuelInterval> intervals) {
        double[][] normal = new double[COLUMNS][COLUMNS];
        double[] response = new double[COLUMNS];
        for (RefuelInterval interval : intervals) {
            addOuter(normal, interval.hours(), interval.hours());
            add(response, interval.hours(), interval.litres());
        }
        double[][] inverse = inverse(normal);
        double[] lph = times(inverse, response);
        return new ClusteredFit(lph, errors(intervals, inverse, lph));
    }

    private static double[] errors(
            List<RefuelInterval> intervals, double[][] inverse, double[] lph) {
        Map<String, double[]> scores = new LinkedHashMap<>();
        for (RefuelInterval interval : intervals) {
            double residual = interval.litres() - dot(interval.hours(), lph);
            add(
                    scores.computeIfAbsent(interval.truckId(), id -> new double[COLUMNS]),
                    interval.hours(),
                    residual);
        }
        double[][] spread = new double[COLUMNS][COLUMNS];
        scores.values().forEach(score -> addOuter(spread, score, score));
        double few = scores.size() / (scores.size() - 1.0);
        double[] errors = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            errors[i] = Math.sqrt(few * dot(inverse[i], times(spread, inverse[i])));
        }
        return errors;
    }

    private static void addOuter(double[][] sum, double[] left, double[] right) {
        for (int i = 0; i < COLUMNS; i++) {
            add(sum[i], right, left[i]);
        }
    }

    private static void add(double[] sum, double[] vector, double factor) {
        for (int i = 0; i < COLUMNS; i++) {
            sum[i] += factor * vector[i];
        }
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < COLUMNS; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static double[][] inverse(double[][] matrix) {
        double[][] left = new double[COLUMNS][];
        double[][] right = new double[COLUMNS][COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            left[i] = matrix[i].clone();
            right[i][i] = 1;
        }
        for (int pivot = 0; pivot < COLUMNS; pivot++) {
            double scale = 1 / left[pivot][pivot];
            scale(left[pivot], scale);
            scale(right[pivot], scale);
            for (int i = 0; i < COLUMNS; i++) {
                if (i != pivot) {
                    double factor = -left[i][pivot];
                    add(left[i], left[pivot], factor);
                    add(right[i], right[pivot], factor);
                }
            }
        }
        return right;
    }

    private static void scale(double[] row, double factor) {
        for (int i = 0; i < COLUMNS; i++) {
            row[i] *= factor;
        }
    }
}
