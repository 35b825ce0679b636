package io.fueloptimine.jobs.simulator.calibration;

/**
 * Coefficients of a regression.
 *
 * @param coefficients one per predictor
 * @param errors standard error of each coefficient
 */
record ClusteredFit(double[] coefficients, double[] errors) {}
