package io.fueloptimine.models.training.linear;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A row with a large influence on the fit.
 *
 * @param row the index of the row, from 0
 * @param leverage the hat value h, 0 to 1
 * @param studentisedResidual {@code r = e / (s sqrt(1 - h))}
 * @param cooksDistance {@code D = r^2 h / (p (1 - h))} for p coefficients (Cook, "Detection of
 *     Influential Observation in Linear Regression", Technometrics 1977); a value near 1 moves all
 *     coefficients by about their standard errors
 */
public record InfluentialRow(
        int row, double leverage, double studentisedResidual, double cooksDistance) {

    /**
     * The leverage above which a row determines its own fitted value; the statistics of such a row
     * are only rounding errors.
     */
    private static final double DETERMINES_ITSELF = 1 - 1e-10;

    private static final Comparator<InfluentialRow> LARGEST_FIRST =
            Comparator.comparingDouble(InfluentialRow::cooksDistance).reversed();

    /**
     * The rows with the largest Cook's distance, the largest first, at most {@code count} rows.
     * Rows that determine their own fitted value and rows of a perfect fit are left out.
     *
     * @param s residual standard error
     */
    static List<InfluentialRow> most(
            int count, double[] hatValues, double[] residuals, double s, int coefficients) {
        return IntStream.range(0, residuals.length)
                .filter(i -> s > 0 && hatValues[i] < DETERMINES_ITSELF)
                .mapToObj(i -> of(i, hatValues[i], residuals[i] / s, coefficients))
                .sorted(LARGEST_FIRST)
                .limit(count)
                .toList();
    }

    private static InfluentialRow of(int row, double h, double scaledResidual, int coefficients) {
        double studentised = scaledResidual / Math.sqrt(1 - h);
        double distance = studentised * studentised * h / (coefficients * (1 - h));
        return new InfluentialRow(row, h, studentised, distance);
    }
}
