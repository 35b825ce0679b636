package io.fueloptimine.models.training.linear;

/**
 * The F test of all columns together: {@code F = ((TSS - RSS) / k) / (RSS / (n - k - 1))} for k
 * columns (Draper and Smith, "Applied Regression Analysis", section 6.1).
 *
 * @param statistic the F statistic, not negative; infinite for a perfect fit; NaN without columns
 *     or with equal labels
 * @param columns the degrees of freedom of the numerator
 * @param degreesOfFreedom the degrees of freedom of the denominator
 * @param p the p value, 0 to 1
 */
public record FTest(double statistic, int columns, int degreesOfFreedom, double p) {

    static FTest of(Fit fit, int columns, int degreesOfFreedom) {
        double explained = Math.max(0, fit.totalSquares() - fit.residualSquares());
        double unexplained = fit.residualSquares() / degreesOfFreedom;
        double f = columns == 0 ? Double.NaN : explained / columns / unexplained;
        return new FTest(f, columns, degreesOfFreedom, PValues.ofF(f, columns, degreesOfFreedom));
    }
}
