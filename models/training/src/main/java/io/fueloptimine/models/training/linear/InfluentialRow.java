package io.fueloptimine.models.training.linear;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A row without which the line would lie elsewhere.
 *
 * @param row counted from 0
 * @param leverage its hat value h, 0 to 1
 * @param studentisedResidual {@code r = e / (s sqrt(1 - h))}
 * @param cooksDistance {@code D = r^2 h / (p (1 - h))} for p coefficients (Cook, "Detection of
 *     Influential Observation in Linear Regression", Technometrics 1977); near 1 it moves the whole
 *     line by its own standard error
 */
public record InfluentialRow(
        int row, double leverage, double studentisedResidual, double cooksDistance) {

    /** A row with more leverage fits itself; what it would be without is then mere rounding. */
    private static final double FITS_ITSELF = 1 - 1e-10;

    private static final Comparator<InfluentialRow> FARTHEST_FIRST =
            Comparator.comparingDouble(InfluentialRow::cooksDistance).reversed();

    /**
     * The rows of the largest Cook's distance, largest first, at most so many. Rows that fit
     * themselves have none, nor have those of a perfect fit.
     *
     * @param s residual standard error
     */
    static List<InfluentialRow> most(
            int count, double[] hatValues, double[] residuals, double s, int coefficients) {
        return IntStream.range(0, residuals.length)
                .filter(i -> s > 0 && hatValues[i] < FITS_ITSELF)
                .mapToObj(i -> of(i, hatValues[i], residuals[i] / s, coefficients))
                .sorted(FARTHEST_FIRST)
                .limit(count)
                .toList();
    }

    private static InfluentialRow of(int row, double h, double scaledResidual, int coefficients) {
        double studentised = scaledResidual / Math.sqrt(1 - h);
        double distance = studentised * studentised * h / (coefficients * (1 - h));
        return new InfluentialRow(row, h, studentised, distance);
    }
}
