package io.fueloptimine.models.training.linear;

import java.util.List;

/**
 * Diagnostics of a linear model: fit, significance of the coefficients, and tests of the
 * assumptions. Immutable.
 *
 * <p>n is the number of rows, p the number of coefficients including the intercept, e a residual
 * (label minus fitted value), RSS the sum of squares of the residuals, and TSS the sum of squares
 * of the labels about their mean. For equal labels, statistics that divide by TSS or RSS are NaN.
 * For a perfect fit, statistics that divide by RSS are infinite, NaN or rounding errors.
 *
 * @param rows the number of rows, n
 * @param degreesOfFreedom {@code n - p}
 * @param coefficients the intercept first, then the columns kept in their order
 * @param leftOut columns left out of the model
 * @param residualStandardError {@code s = sqrt(RSS / (n - p))}, in units of the label
 * @param r2 {@code 1 - RSS / TSS}
 * @param adjustedR2 {@code 1 - (1 - R2) (n - 1) / (n - p)} (Theil, "Economic Forecasts and Policy",
 *     1961)
 * @param f the F test of all columns together
 * @param durbinWatson {@code sum (e_i - e_(i-1))^2 / sum e_i^2}, 0 to 4 and about 2 when the errors
 *     of neighbouring rows are independent; depends on the order of the rows (Durbin and Watson,
 *     "Testing for Serial Correlation in Least Squares Regression", Biometrika 1950)
 * @param breuschPagan {@code n R2} of the squared residuals on the same columns, with p - 1 degrees
 *     of freedom; tests whether the spread of the residuals depends on the columns (Breusch and
 *     Pagan, Econometrica 1979, studentised as by Koenker, Journal of Econometrics 1981)
 * @param jarqueBera {@code n / 6 (S^2 + (K - 3)^2 / 4)} with skewness S and kurtosis K of the
 *     residuals; tests whether the residuals are normally distributed; the p value is valid for
 *     large n (Jarque and Bera, Economics Letters 1980)
 * @param leverage rows with a large influence on their own fitted value
 * @param mostInfluential the rows with the largest Cook's distance, the largest first, at most
 *     {@value #INFLUENTIAL_ROWS}
 */
public record LinearDiagnostics(
        int rows,
        int degreesOfFreedom,
        List<Coefficient> coefficients,
        List<LeftOutColumn> leftOut,
        double residualStandardError,
        double r2,
        double adjustedR2,
        FTest f,
        double durbinWatson,
        ChiSquaredTest breuschPagan,
        ChiSquaredTest jarqueBera,
        Leverage leverage,
        List<InfluentialRow> mostInfluential) {

    /** The maximum number of influential rows. */
    public static final int INFLUENTIAL_ROWS = 5;

    static LinearDiagnostics of(LeastSquares squares, Fit fit, List<LeftOutColumn> leftOut) {
        int n = squares.rows();
        int p = squares.coefficients();
        int degreesOfFreedom = n - p;
        double s = Math.sqrt(fit.residualSquares() / degreesOfFreedom);
        double[] hatValues = squares.leverages();
        return new LinearDiagnostics(
                n,
                degreesOfFreedom,
                Coefficient.of(squares, fit, s, degreesOfFreedom),
                List.copyOf(leftOut),
                s,
                fit.r2(),
                1 - (1 - fit.r2()) * (n - 1) / degreesOfFreedom,
                FTest.of(fit, p - 1, degreesOfFreedom),
                ResidualTests.durbinWatson(fit.residuals()),
                ResidualTests.breuschPagan(squares, fit.residuals()),
                ResidualTests.jarqueBera(fit.residuals()),
                Leverage.of(hatValues, p),
                InfluentialRow.most(INFLUENTIAL_ROWS, hatValues, fit.residuals(), s, p));
    }
}
