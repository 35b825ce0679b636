package io.fueloptimine.models.fuel.registry;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well something predicts litres, as named figures, so that a figure more is no other format.
 * Figures that are not numbers are left out.
 *
 * @param rows how many windows, cycles or refuelling intervals it was judged on
 * @param figures by name; {@link #MAE_L} and its neighbours are the names that everybody knows
 * @param confidence of those figures that have one, by the same names
 */
public record ModelMetrics(
        long rows, Map<String, Double> figures, Map<String, ConfidenceInterval> confidence) {

    /** Mean absolute error, L. */
    public static final String MAE_L = "maeL";

    /** Root mean squared error, L. */
    public static final String RMSE_L = "rmseL";

    /** Share of the variance explained; below 0 when worse than the mean. */
    public static final String R2 = "r2";

    /** Mean absolute error as % of the burn, row by row. */
    public static final String MAPE_PCT = "mapePct";

    /** Sum of absolute errors as % of the sum burnt. */
    public static final String WAPE_PCT = "wapePct";

    /** Mean of expected minus burnt, L. */
    public static final String BIAS_L = "biasL";

    /** Share of rows whose burn lies in the interval, %. */
    public static final String COVERAGE_PCT = "coveragePct";

    public ModelMetrics {
        SortedMap<String, Double> numbers = new TreeMap<>(figures);
        numbers.values().removeIf(figure -> !Double.isFinite(figure));
        figures = Collections.unmodifiableSortedMap(numbers);
        confidence = Collections.unmodifiableSortedMap(new TreeMap<>(confidence));
    }

    /** The five figures of every model, without confidence. */
    public ModelMetrics(
            long rows, double maeL, double rmseL, double r2, double mapePct, double biasL) {
        this(
                rows,
                Map.of(MAE_L, maeL, RMSE_L, rmseL, R2, r2, MAPE_PCT, mapePct, BIAS_L, biasL),
                Map.of());
    }

    /** A figure by its name; NaN when it was not taken. */
    public double figure(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    /** {@link #MAE_L}; NaN when not taken. */
    public double maeL() {
        return figure(MAE_L);
    }

    /** {@link #R2}; NaN when not taken. */
    public double r2() {
        return figure(R2);
    }
}
