package io.fueloptimine.models.training.linear;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A linear model fitted by ordinary least squares with an intercept: one of the baselines that a
 * fuel model must beat to become champion. A missing value (NaN) is replaced by the mean of the
 * column over the training rows, in training and in prediction. Columns that are empty, constant or
 * a linear combination of columns before them are left out, see {@link
 * LinearDiagnostics#leftOut()}.
 *
 * <p>Immutable and thread-safe. Equal rows in equal order give equal bits.
 */
public final class LinearModel {

    /**
     * A column is left out when the intercept and the columns before it leave at most this share of
     * its length unexplained. The rule and its default are those of {@code lm} in R (LINPACK's
     * dqrdc2). The value is above 6e-8, the rounding error of single precision, in which fuel
     * features are stored.
     */
    public static final double COLLINEARITY_TOLERANCE = 1e-7;

    private final List<String> names;
    private final List<Column> columns;
    private final double[] slopes;
    private final double meanPrediction;
    private final LinearDiagnostics diagnostics;

    private LinearModel(
            List<String> names, LeastSquares squares, Fit fit, LinearDiagnostics diagnostics) {
        this.names = names;
        this.columns = squares.columns();
        this.slopes =
                IntStream.range(0, columns.size())
                        .mapToDouble(j -> fit.weights()[j + 1] / columns.get(j).length())
                        .toArray();
        this.meanPrediction = fit.weights()[0];
        this.diagnostics = diagnostics;
    }

    /**
     * Fits a linear model with the tolerance {@link #COLLINEARITY_TOLERANCE}.
     *
     * @see #fit(List, double[][], double[], double)
     */
    public static LinearModel fit(List<String> names, double[][] rows, double[] labels) {
        return fit(names, rows, labels, COLLINEARITY_TOLERANCE);
    }

    /**
     * Fits a linear model.
     *
     * @param names the names of the columns, without duplicates
     * @param rows the rows, at least two more than columns, each with one value per column, finite
     *     or NaN; not modified
     * @param labels the labels, one per row, finite; not modified
     * @param tolerance see {@link #COLLINEARITY_TOLERANCE}, from 0 to below 1; below 1e-13 rounding
     *     errors count as information
     * @throws IllegalArgumentException when names, rows, labels or tolerance are invalid
     */
    public static LinearModel fit(
            List<String> names, double[][] rows, double[] labels, double tolerance) {
        requireTolerance(tolerance);
        requireNames(names);
        requireRows(names, rows, labels);
        List<Column> all =
                IntStream.range(0, names.size())
                        .mapToObj(j -> Column.of(names.get(j), j, rows))
                        .toList();
        LeastSquares squares = independent(all, rows, tolerance);
        Fit fit = squares.fit(labels);
        List<LeftOutColumn> leftOut =
                all.stream()
                        .filter(column -> !squares.columns().contains(column))
                        .map(column -> leftOut(column, tolerance))
                        .toList();
        return new LinearModel(
                List.copyOf(names), squares, fit, LinearDiagnostics.of(squares, fit, leftOut));
    }

    /**
     * The prediction for a row.
     *
     * @param row one value per column in the order of training, finite or NaN
     * @return the prediction, in units of the label
     * @throws IllegalArgumentException when the row is invalid
     */
    public double predict(double[] row) {
        requireValues(names, row, "the row");
        double expected = meanPrediction;
        for (int j = 0; j < slopes.length; j++) {
            expected += slopes[j] * columns.get(j).centred(row);
        }
        return expected;
    }

    /** The diagnostics of the fit. */
    public LinearDiagnostics diagnostics() {
        return diagnostics;
    }

    /**
     * The decomposition of the columns that are not linear combinations of others. The
     * decomposition is repeated after each removed column, because later columns were compared with
     * the removed column.
     */
    private static LeastSquares independent(List<Column> all, double[][] rows, double tolerance) {
        List<Column> kept = all.stream().filter(column -> column.adds(1, tolerance)).toList();
        LeastSquares squares = new LeastSquares(kept, rows);
        OptionalInt explained = squares.firstExplained(tolerance);
        while (explained.isPresent()) {
            Column removed = squares.columns().get(explained.getAsInt());
            kept = squares.columns().stream().filter(column -> column != removed).toList();
            squares = new LeastSquares(kept, rows);
            explained = squares.firstExplained(tolerance);
        }
        return squares;
    }

    private static LeftOutColumn leftOut(Column column, double tolerance) {
        if (column.isEmpty()) {
            return new LeftOutColumn(column.name(), LeftOutColumn.Reason.EMPTY);
        }
        return new LeftOutColumn(
                column.name(),
                column.adds(1, tolerance)
                        ? LeftOutColumn.Reason.COLLINEAR
                        : LeftOutColumn.Reason.CONSTANT);
    }

    private static void requireTolerance(double tolerance) {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException(
                    "the tolerance must be from 0 to below 1, was " + tolerance);
        }
    }

    private static void requireNames(List<String> names) {
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("names must be unique, were " + names);
        }
    }

    private static void requireRows(List<String> names, double[][] rows, double[] labels) {
        if (rows.length < names.size() + 2) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the number of rows must be at least %d for %d columns, was %d",
                            names.size() + 2,
                            names.size(),
                            rows.length));
        }
        if (labels.length != rows.length) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the number of labels must be %d, one per row, was %d",
                            rows.length,
                            labels.length));
        }
        for (int i = 0; i < rows.length; i++) {
            requireValues(names, rows[i], "row " + i);
            if (!Double.isFinite(labels[i])) {
                throw new IllegalArgumentException(
                        "the label of row " + i + " must be finite, was " + labels[i]);
            }
        }
    }

    private static void requireValues(List<String> names, double[] row, String which) {
        if (row.length != names.size()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the width of %s must be %d, one value for each of %s, was %d",
                            which,
                            names.size(),
                            names,
                            row.length));
        }
        for (int j = 0; j < row.length; j++) {
            if (Double.isInfinite(row[j])) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "%s of %s must be finite or NaN, was %s",
                                names.get(j),
                                which,
                                row[j]));
            }
        }
    }
}
