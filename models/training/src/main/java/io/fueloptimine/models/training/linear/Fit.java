package io.fueloptimine.models.training.linear;

/**
 * The result of a least-squares fit. Immutable by convention: the arrays are not copied.
 *
 * @param weights the weights of the columns of the design, the column of ones first
 * @param residuals label minus fitted value, one per row
 * @param residualSquares the sum of squares of the residuals
 * @param totalSquares the sum of squares of the labels about their mean
 */
record Fit(double[] weights, double[] residuals, double residualSquares, double totalSquares) {

    Fit(double[] weights, double[] residuals, double totalSquares) {
        this(weights, residuals, Sums.squares(residuals), totalSquares);
    }

    /** The coefficient of determination, 0 to 1; NaN for equal labels. */
    double r2() {
        return Math.max(0, 1 - residualSquares / totalSquares);
    }
}
