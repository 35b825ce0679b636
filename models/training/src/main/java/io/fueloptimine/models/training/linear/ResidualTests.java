package io.fueloptimine.models.training.linear;

/** Tests whether residuals meet the assumptions of least squares. Stateless. */
final class ResidualTests {

    private ResidualTests() {}

    /**
     * The Durbin-Watson statistic {@code sum (e_i - e_(i-1))^2 / sum e_i^2} of the residuals e
     * (Biometrika 1950). It lies between 0 and 4, and is about 2 when the errors of neighbouring
     * rows are independent. NaN without residuals.
     */
    static double durbinWatson(double[] residuals) {
        double steps = 0;
        for (int i = 1; i < residuals.length; i++) {
            steps += (residuals[i] - residuals[i - 1]) * (residuals[i] - residuals[i - 1]);
        }
        return steps / Sums.squares(residuals);
    }

    /**
     * Breusch and Pagan's test (Econometrica 1979) whether the spread of the residuals depends on
     * the columns. The statistic is {@code LM = n R2} of a regression of the squared residuals on
     * the columns, which has a chi-squared distribution with one degree of freedom per column. The
     * statistic is studentised as by Koenker (Journal of Econometrics 1981), so that it does not
     * require normal residuals. NaN without columns.
     */
    static ChiSquaredTest breuschPagan(LeastSquares squares, double[] residuals) {
        int columns = squares.columns().size();
        double[] squared = residuals.clone();
        for (int i = 0; i < squared.length; i++) {
            squared[i] *= squared[i];
        }
        double statistic = squared.length * squares.fit(squared).r2();
        return ChiSquaredTest.of(columns == 0 ? Double.NaN : statistic, columns);
    }

    /**
     * Jarque and Bera's test whether residuals are normally distributed (Economics Letters 1980).
     * The statistic is {@code JB = n / 6 (S^2 + (K - 3)^2 / 4)} with the sample skewness S and
     * kurtosis K. In large samples it has a chi-squared distribution with two degrees of freedom.
     * NaN without residuals.
     */
    static ChiSquaredTest jarqueBera(double[] residuals) {
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double e : residuals) {
            second += e * e;
            third += e * e * e;
            fourth += e * e * e * e;
        }
        int n = residuals.length;
        double variance = second / n;
        double skewness = third / n / Math.pow(variance, 1.5);
        double excess = fourth / n / (variance * variance) - 3;
        return ChiSquaredTest.of(n / 6.0 * (skewness * skewness + excess * excess / 4), 2);
    }
}
