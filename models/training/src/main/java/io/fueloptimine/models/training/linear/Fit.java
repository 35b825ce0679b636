package io.fueloptimine.models.training.linear;

/**
 * What least squares made of some labels. Immutable by convention: the arrays are not copied.
 *
 * @param weights of the design's columns, the ones first
 * @param residuals label minus fitted value, one a row
 * @param residualSquares their sum of squares
 * @param totalSquares the labels' sum of squares about their mean
 */
record Fit(double[] weights, double[] residuals, double residualSquares, double totalSquares) {

    Fit(double[] weights, double[] residuals, double totalSquares) {
        this(weights, residuals, Sums.squares(residuals), totalSquares);
    }

    /** The share of the squares that is explained, 0 to 1; NaN of equal labels. */
    double r2() {
        return Math.max(0, 1 - residualSquares / totalSquares);
    }
}
