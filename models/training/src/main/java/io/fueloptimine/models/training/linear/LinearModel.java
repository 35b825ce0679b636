package io.fueloptimine.models.training.linear;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A straight line through the training rows by ordinary least squares, always with an intercept:
 * the baseline that every fuel model has to beat. A value that is missing, NaN, counts as the
 * column's mean over the training rows, in training and in prediction. Columns that are empty,
 * constant or a sum of columns before them are left out, and {@link LinearDiagnostics#leftOut()}
 * names them.
 *
 * <p>Immutable and thread-safe. The same rows in the same order give the same bits.
 */
public final class LinearModel {

    /**
     * A column is left out when the length that the intercept and the columns before it leave
     * unexplained is at most this share of its own length: the rule and the default of R's {@code
     * lm} (LINPACK's dqrdc2). It lies above the rounding of single precision, 6e-8, in which fuel
     * features come.
     */
    public static final double COLLINEARITY_TOLERANCE = 1e-7;

    private final List<String> names;
    private final List<Column> columns;
    private final double[] slopes;
    private final double atMeans;
    private final LinearDiagnostics diagnostics;

    private LinearModel(
            List<String> names, LeastSquares squares, Fit fit, LinearDiagnostics diagnostics) {
        this.names = names;
        this.columns = squares.columns();
        this.slopes =
                IntStream.range(0, columns.size())
                        .mapToDouble(j -> fit.weights()[j + 1] / columns.get(j).length())
                        .toArray();
        this.atMeans = fit.weights()[0];
        this.diagnostics = diagnostics;
    }

    /**
     * Fits with {@link #COLLINEARITY_TOLERANCE}.
     *
     * @see #fit(List, double[][], double[], double)
     */
    public static LinearModel fit(List<String> names, double[][] rows, double[] labels) {
        return fit(names, rows, labels, COLLINEARITY_TOLERANCE);
    }

    /**
     * Fits a line.
     *
     * @param names of the columns, each once
     * @param rows at least two more than columns, each with a value a column, finite or NaN; only
     *     read
     * @param labels one a row, finite; only read
     * @param tolerance as {@link #COLLINEARITY_TOLERANCE}, from 0 to below 1; below 1e-13 mere
     *     rounding is taken for information
     * @throws IllegalArgumentException when names, rows, labels or tolerance are not as said
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
     * What the line expects of a row.
     *
     * @param row a value a column in the order of training, finite or NaN
     * @return in units of the label
     * @throws IllegalArgumentException when the row is not as said
     */
    public double predict(double[] row) {
        requireValues(names, row, "the row");
        double expected = atMeans;
        for (int j = 0; j < slopes.length; j++) {
            expected += slopes[j] * columns.get(j).centred(row);
        }
        return expected;
    }

    /** How good the line is, and whether its figures may be believed. */
    public LinearDiagnostics diagnostics() {
        return diagnostics;
    }

    /** Decomposes anew after each column that goes: what follows it was measured against it. */
    private static LeastSquares independent(List<Column> all, double[][] rows, double tolerance) {
        List<Column> kept = all.stream().filter(column -> column.adds(1, tolerance)).toList();
        LeastSquares squares = new LeastSquares(kept, rows);
        OptionalInt explained = squares.firstExplained(tolerance);
        while (explained.isPresent()) {
            Column gone = squares.columns().get(explained.getAsInt());
            kept = squares.columns().stream().filter(column -> column != gone).toList();
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
            throw new IllegalArgumentException("names must be each once, were " + names);
        }
    }

    private static void requireRows(List<String> names, double[][] rows, double[] labels) {
        if (rows.length < names.size() + 2) {
            throw new IllegalArgumentException(
                    String.format(
                            "the number of rows must be at least %d for %d columns, was %d",
                            names.size() + 2, names.size(), rows.length));
        }
        if (labels.length != rows.length) {
            throw new IllegalArgumentException(
                    String.format(
                            "the number of labels must be %d, one a row, was %d",
                            rows.length, labels.length));
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
                            "the width of %s must be %d, one value each of %s, was %d",
                            which, names.size(), names, row.length));
        }
        for (int j = 0; j < row.length; j++) {
            if (Double.isInfinite(row[j])) {
                throw new IllegalArgumentException(
                        String.format(
                                "%s of %s must be finite or NaN, was %s",
                                names.get(j), which, row[j]));
            }
        }
    }
}
