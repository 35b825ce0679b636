package io.fueloptimine.models.training.evaluation;

import java.util.List;

/**
 * Accuracy metrics of expected litres against litres burned.
 *
 * @param rows the number of rows
 * @param maeL mean absolute error, L
 * @param rmseL root mean squared error, L
 * @param r2 share of the variance explained, below 0 when the predictions are worse than the mean
 *     of the litres; NaN when all rows burned the same litres
 * @param mapePct mean absolute percentage error (MAPE): mean absolute error as % of the litres
 *     burned, over rows with at least a minimum of litres; NaN when no row reaches the minimum
 * @param wapePct sum of absolute errors as % of all litres burned; NaN when no litres were burned
 * @param biasL mean of expected minus burned, L; above 0 when the expected litres are too high
 * @param coveragePct % of the predicted intervals that contain the litres burned; NaN without
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

    /**
     * Windows with fewer litres are left out of the MAPE, because their relative error is
     * meaningless, L.
     */
    public static final double WINDOW_MAPE_FLOOR_L = 0.5;

    /** The metrics of windows; the MAPE leaves out rows below {@link #WINDOW_MAPE_FLOOR_L}. */
    public static Metrics of(List<PredictedRow> rows) {
        return of(rows, WINDOW_MAPE_FLOOR_L);
    }

    /**
     * The metrics of the given rows.
     *
     * @param mapeFloorL rows with fewer litres are left out of the MAPE, L, above 0
     * @throws IllegalArgumentException when there are no rows, or the floor is not above 0
     */
    public static Metrics of(List<PredictedRow> rows, double mapeFloorL) {
        return MachineSums.of(rows, mapeFloorL).whole().metrics();
    }
}
