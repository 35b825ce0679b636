package io.fueloptimine.jobs.simulator.calibration;

import java.util.List;

/** Linear least squares with three predictors and without an intercept. */
final class FuelRateRegression {

    private static final int COLUMNS = 3;

    private FuelRateRegression() {}

    /**
     * Computes the coefficients of the three predictors.
     *
     * @param rows one array per observation, with the three predictors and the response
     */
    static double[] fit(List<double[]> rows) {
        double[][] normal = new double[COLUMNS][COLUMNS + 1];
        for (double[] row : rows) {
            for (int i = 0; i < COLUMNS; i++) {
                for (int j = 0; j <= COLUMNS; j++) {
                    normal[i][j] += row[i] * row[j];
                }
            }
        }
        for (int pivot = 0; pivot < COLUMNS; pivot++) {
            eliminate(normal, pivot);
        }
        double[] coefficients = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            coefficients[i] = normal[i][COLUMNS] / normal[i][i];
        }
        return coefficients;
    }

    private static void eliminate(double[][] normal, int pivot) {
        for (int i = 0; i < COLUMNS; i++) {
            if (i != pivot) {
                double factor = normal[i][pivot] / normal[pivot][pivot];
                for (int j = 0; j <= COLUMNS; j++) {
                    normal[i][j] -= factor * normal[pivot][j];
                }
            }
        }
    }
}
