package io.fueloptimine.models.dispatch.solver;

/**
 * The coefficients of a model by column and by row, scaled so that the largest coefficient of each
 * row and of each column is near 1. Immutable.
 */
final class SparseMatrix {

    final int rows;
    final int columns;
    final int[] columnStart;
    final int[] columnRow;
    final double[] columnValue;
    final int[] rowStart;
    final int[] rowColumn;
    final double[] rowValue;

    /** A row of the model times its scale is the row of this matrix. */
    final double[] rowScale;

    /** A variable of the model is the variable of this matrix times its scale. */
    final double[] columnScale;

    SparseMatrix(LinearModel model) {
        rows = model.rows().size();
        columns = model.variables().size();
        rowScale = new double[rows];
        columnScale = new double[columns];
        int count = scales(model);
        rowStart = new int[rows + 1];
        rowColumn = new int[count];
        rowValue = new double[count];
        columnStart = new int[columns + 1];
        columnRow = new int[count];
        columnValue = new double[count];
        fill(model);
    }

    private int scales(LinearModel model) {
        int count = 0;
        double[] most = new double[columns];
        for (int i = 0; i < rows; i++) {
            LinearModel.Row row = model.rows().get(i);
            double largest = 0;
            for (int k = 0; k < row.size(); k++) {
                largest = Math.max(largest, Math.abs(row.coefficient(k)));
            }
            rowScale[i] = powerOfTwo(largest);
            for (int k = 0; k < row.size(); k++) {
                int j = row.variable(k);
                most[j] = Math.max(most[j], Math.abs(row.coefficient(k)) * rowScale[i]);
            }
            count += row.size();
        }
        for (int j = 0; j < columns; j++) {
            columnScale[j] = powerOfTwo(most[j]);
        }
        return count;
    }

    /** The power of two that brings a value near 1; powers of two cause no rounding. */
    private static double powerOfTwo(double value) {
        return value == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(value));
    }

    private void fill(LinearModel model) {
        int at = 0;
        for (int i = 0; i < rows; i++) {
            LinearModel.Row row = model.rows().get(i);
            for (int k = 0; k < row.size(); k++) {
                int j = row.variable(k);
                rowColumn[at] = j;
                rowValue[at] = row.coefficient(k) * rowScale[i] * columnScale[j];
                columnStart[j + 1]++;
                at++;
            }
            rowStart[i + 1] = at;
        }
        for (int j = 0; j < columns; j++) {
            columnStart[j + 1] += columnStart[j];
        }
        int[] next = columnStart.clone();
        for (int i = 0; i < rows; i++) {
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                int to = next[rowColumn[k]]++;
                columnRow[to] = i;
                columnValue[to] = rowValue[k];
            }
        }
    }
}
