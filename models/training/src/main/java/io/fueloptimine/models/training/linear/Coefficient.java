package io.fueloptimine.models.training.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * One coefficient of the linear model with its statistics.
 *
 * @param name the name of the column, or {@link #INTERCEPT}
 * @param value the value, in units of the label per unit of the column
 * @param standardError {@code s sqrt(((X'X)^-1)jj)}, s the residual standard error (Draper and
 *     Smith, "Applied Regression Analysis", section 5.1)
 * @param t {@code value / standardError}
 * @param p two-sided p value of Student's t with the residual degrees of freedom, 0 to 1
 * @param vif variance inflation factor {@code 1 / (1 - R2j)}, where R2j is the R2 of a regression
 *     of this column on the others, computed as the diagonal of the inverse correlation matrix
 *     (Marquardt, "Generalized Inverses, Ridge Regression ...", Technometrics 1970); at least 1,
 *     conventionally regarded as too high above 10; NaN for the intercept
 */
public record Coefficient(
        String name, double value, double standardError, double t, double p, double vif) {

    /** The name of the intercept. */
    public static final String INTERCEPT = "(intercept)";

    private static Coefficient of(
            String name, double value, double standardError, int degreesOfFreedom, double vif) {
        double t = value / standardError;
        double p = PValues.ofT(t, degreesOfFreedom);
        return new Coefficient(name, value, standardError, t, p, vif);
    }

    /**
     * The coefficients in the units of the rows, the intercept first. With D the matrix of the
     * change of units, {@code (X'X)^-1 = D R^-1 R^-T D'}, so that its diagonal is the squared
     * length of the rows of {@code D R^-1}.
     *
     * @param s residual standard error
     */
    static List<Coefficient> of(LeastSquares squares, Fit fit, double s, int degreesOfFreedom) {
        double[][] inverse = squares.inverseR();
        double[] interceptRow = inverse[0].clone();
        double intercept = fit.weights()[0];
        List<Coefficient> slopes = new ArrayList<>();
        for (int j = 1; j < squares.coefficients(); j++) {
            Column column = squares.columns().get(j - 1);
            double slope = fit.weights()[j] / column.length();
            intercept -= slope * column.mean();
            for (int k = 0; k < interceptRow.length; k++) {
                interceptRow[k] -= inverse[j][k] * column.mean() / column.length();
            }
            double vif = Sums.squares(inverse[j]);
            double error = s * Math.sqrt(vif) / column.length();
            slopes.add(of(column.name(), slope, error, degreesOfFreedom, vif));
        }
        double error = s * Math.sqrt(Sums.squares(interceptRow));
        slopes.add(0, of(INTERCEPT, intercept, error, degreesOfFreedom, Double.NaN));
        return List.copyOf(slopes);
    }
}
