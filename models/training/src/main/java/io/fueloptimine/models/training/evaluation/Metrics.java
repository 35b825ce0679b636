package io.fueloptimine.models.training.evaluation;

import java.util.List;

/**
 * How well expected litres meet the litres burned.
 *
 * @param rows how many rows were judged
 * @param maeL mean absolute error, L
 * @param rmseL root mean squared error, L
 * @param r2 share of the variance explained, below 0 when worse than the mean; NaN when the rows
 *     all burned the same
 * @param mapePct mean absolute error as % of the litres burned, over rows of at least a floor; NaN
 *     when no row reaches it
 * @param wapePct sum of absolute errors as % of all litres burned; NaN when none was
 * @param biasL mean of expected minus burned, L: above 0 when too much is expected
 * @param coveragePct % of the predicted intervals that hold the litres burned; NaN without
 *     intervals
 * @param meanWidthL mean width of the predicted intervals, L; NaN without intervals
 */
public record Metrics(
        int rows,
        double maeL,
        double rmseL,
        double r2,
        double mapePct,
        double wapePct,
        double biasL,
        double coveragePct,
        double meanWidthL) {

    /** Percent of next to nothing says nothing: a window below this counts for no MAPE, L. */
    public static final double WINDOW_MAPE_FLOOR_L = 0.5;

    /** The metrics of windows; rows below {@link #WINDOW_MAPE_FLOOR_L} count for no MAPE. */
    public static Metrics of(List<PredictedRow> rows) {
        return of(rows, WINDOW_MAPE_FLOOR_L);
    }

    /**
     * The metrics of some rows.
     *
     * @param mapeFloorL rows that burned less count for no MAPE, L, above 0
     * @throws IllegalArgumentException when there is no row, or the floor is not above 0
     */
    public static Metrics of(List<PredictedRow> rows, double mapeFloorL) {
        return MachineSums.of(rows, mapeFloorL).whole().metrics();
    }
}
