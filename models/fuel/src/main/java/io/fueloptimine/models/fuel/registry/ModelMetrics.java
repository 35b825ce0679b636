package io.fueloptimine.models.fuel.registry;

/**
 * How well something predicts the litres of windows.
 *
 * @param windows how many windows it was judged on
 * @param maeL mean absolute error, L
 * @param rmseL root mean squared error, L
 * @param r2 share of the variance explained; below 0 when worse than the mean
 * @param mapePct mean absolute error as % of the burn, over windows of at least half a litre
 * @param biasL mean of expected minus burnt, L
 */
public record ModelMetrics(
        int windows, double maeL, double rmseL, double r2, double mapePct, double biasL) {}
