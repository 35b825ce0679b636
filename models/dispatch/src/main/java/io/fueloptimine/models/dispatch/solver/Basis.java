package io.fueloptimine.models.dispatch.solver;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The basis of a simplex method with the inverse of its matrix. The columns are those of the model
 * and one slack per row, whose column is a unit vector. The inverse is stored as dense rows: the
 * models have a few hundred rows, and products with sparse columns stay cheap. Not thread-safe.
 */
final class Basis {

    /** Entries of the inverse below this are set to 0. */
    private static final double DROP = 1e-13;

    /** A column with smaller entries, in terms of the basis, depends on it. */
    private static final double DEPENDENT = 1e-7;

    /** A squared length that falls below this share of itself is computed anew. */
    private static final double CANCELLED = 1e-3;

    private final SparseMatrix matrix;
    private final int rows;
    private final double[][] inverse;

    /** The basic column of each row. */
    final int[] head;

    /** The row of each basic column; -1 for the others. */
    final int[] rowOf;

    /** Squared length of each row of the inverse, the weights of dual steepest edge. */
    final double[] weight;

    private final int[] nonzero;

    /** Starts with the slacks as basis. */
    Basis(SparseMatrix matrix) {
        this.matrix = matrix;
        this.rows = matrix.rows;
        inverse = new double[rows][rows];
        head = new int[rows];
        rowOf = new int[matrix.columns + rows];
        weight = new double[rows];
        nonzero = new int[rows];
        reset();
    }

    /** Takes the slacks as basis. */
    void reset() {
        Arrays.fill(rowOf, -1);
        for (int i = 0; i < rows; i++) {
            Arrays.fill(inverse[i], 0);
            inverse[i][i] = 1;
            head[i] = matrix.columns + i;
            rowOf[head[i]] = i;
            weight[i] = 1;
        }
    }

    /**
     * Computes the inverse anew from the columns of the basis. A column that depends on those
     * before it leaves the basis; a slack takes its place.
     */
    void refresh() {
        int[] columns =
                Arrays.stream(head)
                        .filter(j -> j < matrix.columns)
                        .boxed()
                        // Columns with few entries first: the inverse stays sparse for longer.
                        .sorted(
                                Comparator.<Integer>comparingInt(
                                                j ->
                                                        matrix.columnStart[j + 1]
                                                                - matrix.columnStart[j])
                                        .thenComparing(j -> j))
                        .mapToInt(Integer::intValue)
                        .toArray();
        boolean[] slackStays = new boolean[rows];
        for (int j : head) {
            if (j >= matrix.columns) {
                slackStays[j - matrix.columns] = true;
            }
        }
        reset();
        double[] column = new double[rows];
        for (int j : columns) {
            column(j, column);
            int pivot = -1;
            for (int i = 0; i < rows; i++) {
                boolean free = head[i] >= matrix.columns && !slackStays[head[i] - matrix.columns];
                if (free && (pivot < 0 || Math.abs(column[i]) > Math.abs(column[pivot]))) {
                    pivot = i;
                }
            }
            if (pivot >= 0 && Math.abs(column[pivot]) >= DEPENDENT) {
                replace(pivot, j, column);
            }
        }
    }

    /** The column of a variable or slack in terms of the basis. */
    void column(int j, double[] into) {
        if (j >= matrix.columns) {
            int k = j - matrix.columns;
            for (int i = 0; i < rows; i++) {
                into[i] = inverse[i][k];
            }
            return;
        }
        int from = matrix.columnStart[j];
        int to = matrix.columnStart[j + 1];
        for (int i = 0; i < rows; i++) {
            double[] row = inverse[i];
            double sum = 0;
            for (int k = from; k < to; k++) {
                sum += row[matrix.columnRow[k]] * matrix.columnValue[k];
            }
            into[i] = sum;
        }
    }

    /** One row of the inverse times all columns, slacks included. */
    void row(int r, double[] into) {
        Arrays.fill(into, 0);
        double[] row = inverse[r];
        for (int i = 0; i < rows; i++) {
            double value = row[i];
            if (value != 0) {
                into[matrix.columns + i] = value;
                for (int k = matrix.rowStart[i]; k < matrix.rowStart[i + 1]; k++) {
                    into[matrix.rowColumn[k]] += value * matrix.rowValue[k];
                }
            }
        }
    }

    /** The inverse times a vector. */
    void times(double[] vector, double[] into) {
        for (int i = 0; i < rows; i++) {
            double[] row = inverse[i];
            double sum = 0;
            for (int k = 0; k < rows; k++) {
                sum += row[k] * vector[k];
            }
            into[i] = sum;
        }
    }

    /** A vector, one value per row, times the inverse. */
    void timesFromLeft(double[] vector, double[] into) {
        Arrays.fill(into, 0);
        for (int i = 0; i < rows; i++) {
            double value = vector[i];
            if (value != 0) {
                double[] row = inverse[i];
                for (int k = 0; k < rows; k++) {
                    into[k] += value * row[k];
                }
            }
        }
    }

    /**
     * Replaces the basic column of a row.
     *
     * @param column the new column in terms of the basis
     */
    void replace(int r, int j, double[] column) {
        double[] pivotRow = inverse[r];
        double pivot = column[r];
        int count = 0;
        double length = 0;
        for (int k = 0; k < rows; k++) {
            double value = pivotRow[k];
            if (value != 0) {
                value /= pivot;
                pivotRow[k] = value;
                length += value * value;
                nonzero[count++] = k;
            }
        }
        weight[r] = length;
        for (int i = 0; i < rows; i++) {
            double factor = column[i];
            if (i != r && factor != 0) {
                double before = weight[i];
                double after = before + subtract(inverse[i], factor, pivotRow, count);
                // After a large change, little of the sum is left but rounding.
                weight[i] = after < CANCELLED * before ? length(inverse[i]) : after;
            }
        }
        rowOf[head[r]] = -1;
        head[r] = j;
        rowOf[j] = r;
    }

    /** Subtracts a multiple of the pivot row; returns the change of the squared length. */
    private double subtract(double[] row, double factor, double[] pivotRow, int count) {
        double change = 0;
        for (int n = 0; n < count; n++) {
            int k = nonzero[n];
            double before = row[k];
            double after = before - factor * pivotRow[k];
            after = Math.abs(after) < DROP ? 0 : after;
            row[k] = after;
            change += after * after - before * before;
        }
        return change;
    }

    private double length(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value * value;
        }
        return sum;
    }
}
