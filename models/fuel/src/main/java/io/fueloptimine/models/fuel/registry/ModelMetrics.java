package io.fueloptimine.models.fuel.registry;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The metrics of a predictor by name, so that a new metric does not change the format. Metrics that
 * are not finite are left out.
 *
 * @param rows the number of windows, cycles or refuelling intervals
 * @param figures the values by name, such as {@link #MAE_L}
 * @param confidence the known confidence intervals, by the same names
 */
public record ModelMetrics(
        long rows, Map<String, Double> figures, Map<String, ConfidenceInterval> confidence) {

    /** Mean absolute error, L. */
    public static final String MAE_L = "maeL";

    /** Root mean squared error, L. */
    public static final String RMSE_L = "rmseL";

    /**
     * Share of the variance that the predictions explain; below 0 when the predictions are worse
     * than the mean of the data.
     */
    public static final String R2 = "r2";

    /** Mean absolute error as % of the litres of a row. */
    public static final String MAPE_PCT = "mapePct";

    /** Sum of absolute errors as % of all litres. */
    public static final String WAPE_PCT = "wapePct";

    /** Mean of expected minus burnt litres, L. */
    public static final String BIAS_L = "biasL";

    /** Share of rows whose burnt litres lie in the predicted interval, %. */
    public static final String COVERAGE_PCT = "coveragePct";

    public ModelMetrics {
        SortedMap<String, Double> numbers = new TreeMap<>(figures);
        numbers.values().removeIf(figure -> !Double.isFinite(figure));
        figures = Collections.unmodifiableSortedMap(numbers);
        confidence = Collections.unmodifiableSortedMap(new TreeMap<>(confidence));
    }

    /** The five common metrics without confidence intervals. */
    public ModelMetrics(
            long rows, double maeL, double rmseL, double r2, double mapePct, double biasL) {
        this(
                rows,
                Map.of(MAE_L, maeL, RMSE_L, rmseL, R2, r2, MAPE_PCT, mapePct, BIAS_L, biasL),
                Map.of());
    }

    /** A metric by its name; NaN when unknown. */
    public double figure(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    /** The value of {@link #MAE_L}; NaN when unknown. */
    public double maeL() {
        return figure(MAE_L);
    }

    /** The value of {@link #R2}; NaN when unknown. */
    public double r2() {
        return figure(R2);
    }
}
