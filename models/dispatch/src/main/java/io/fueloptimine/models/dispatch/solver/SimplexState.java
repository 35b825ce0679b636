package io.fueloptimine.models.dispatch.solver;

import java.util.Arrays;

/**
 * What the two simplex methods work on: bounds, costs, the basis, and the values and reduced costs
 * that belong to it. Variables and slacks are numbered as in {@link Basis}; all values are scaled
 * as in {@link SparseMatrix}. Not thread-safe.
 */
final class SimplexState {

    /** Values may be outside their bounds by this. */
    static final double PRIMAL = 1e-9;

    /** Values may be outside their bounds by this where rounding does not allow less. */
    static final double COARSE = 1e-7;

    /** Smaller entries of a row or column are rounding. */
    static final double PIVOT = 1e-7;

    /** After so many exchanges the inverse of the basis is computed anew. */
    private static final int REFRESH_EVERY = 600;

    /** Two computations of a pivot may differ by this, relative. */
    private static final double SAME = 1e-6;

    final SparseMatrix matrix;
    final Basis basis;
    final int rows;
    final int total;
    final double[] lower;
    final double[] upper;
    final double[] cost;
    final double[] reduced;

    /** The costs that the dual method works with: {@link #cost} with small shifts. */
    final double[] shifted;

    /** Value of each variable and slack outside the basis. */
    final double[] nonbasic;

    /** Value of the basic variable of each row. */
    final double[] basic;

    /** The last row and column that were computed. */
    final double[] row;

    final double[] column;

    private final double[] work;
    private final double[] product;
    private int sinceRefresh;

    SimplexState(LinearModel model) {
        matrix = new SparseMatrix(model);
        rows = matrix.rows;
        total = matrix.columns + rows;
        basis = new Basis(matrix);
        lower = new double[total];
        upper = new double[total];
        cost = new double[total];
        shifted = new double[total];
        reduced = new double[total];
        nonbasic = new double[total];
        basic = new double[rows];
        row = new double[total];
        column = new double[rows];
        work = new double[rows];
        product = new double[rows];
        boundsOf(model);
    }

    /** Sets all bounds to those of the model. */
    void boundsOf(LinearModel model) {
        for (int j = 0; j < matrix.columns; j++) {
            LinearModel.Variable variable = model.variables().get(j);
            lower[j] = variable.lower() / matrix.columnScale[j];
            upper[j] = variable.upper() / matrix.columnScale[j];
        }
        for (int i = 0; i < rows; i++) {
            lower[matrix.columns + i] = -model.rows().get(i).upper() * matrix.rowScale[i];
            upper[matrix.columns + i] = -model.rows().get(i).lower() * matrix.rowScale[i];
        }
    }

    /** Takes the shifts of the costs back and computes the reduced costs. */
    void useTrueCosts() {
        System.arraycopy(cost, 0, shifted, 0, total);
        computeReduced();
    }

    /** How far the value of a row is outside its bounds; negative when it is inside. */
    double outside(int r) {
        int j = basis.head[r];
        return Math.max(lower[j] - basic[r], basic[r] - upper[j]);
    }

    /** Whether a variable outside the basis is at its lower bound. */
    boolean isAtLower(int j) {
        return nonbasic[j] <= lower[j];
    }

    /** Whether the last row and column agree on their common entry, and it is not rounding. */
    boolean isSound(int r, int q) {
        double pivot = column[r];
        return Math.abs(pivot) >= PIVOT && Math.abs(pivot - row[q]) <= SAME * (1 + Math.abs(pivot));
    }

    /** Moves the entering variable by a step and exchanges it with the basic one of a row. */
    void exchange(int r, int q, double step, double bound) {
        int leaving = basis.head[r];
        shift(step);
        double dualStep = reduced[q] / column[r];
        if (dualStep != 0) {
            for (int j = 0; j < total; j++) {
                if (row[j] != 0) {
                    reduced[j] -= dualStep * row[j];
                }
            }
        }
        double value = nonbasic[q] + step;
        basis.replace(r, q, column);
        sinceRefresh++;
        basic[r] = value;
        nonbasic[leaving] = bound;
        reduced[leaving] = -dualStep;
        reduced[q] = 0;
    }

    /** Moves the basic values with a step of the variable of the last column. */
    void shift(double step) {
        if (step != 0) {
            for (int i = 0; i < rows; i++) {
                basic[i] -= step * column[i];
            }
        }
    }

    /** Whether the inverse of the basis is new, so that computing it again changes nothing. */
    boolean isFresh() {
        return sinceRefresh == 0;
    }

    /** Whether the inverse was updated so often that it should be computed anew. */
    boolean isWorn() {
        return sinceRefresh >= REFRESH_EVERY;
    }

    /** Computes the inverse of the basis anew. Values and reduced costs are outdated after it. */
    void refresh() {
        basis.refresh();
        sinceRefresh = 0;
    }

    /** Begins again with the slacks as basis. Values and reduced costs are outdated after it. */
    void restart() {
        basis.reset();
        sinceRefresh = 0;
    }

    /** Whether the basic values solve the rows and are within their bounds, but for rounding. */
    boolean isAccurate() {
        residual();
        for (int i = 0; i < rows; i++) {
            int slack = matrix.columns + i;
            work[i] -= valueOf(slack);
            for (int k = matrix.rowStart[i]; k < matrix.rowStart[i + 1]; k++) {
                int j = matrix.rowColumn[k];
                if (basis.rowOf[j] >= 0) {
                    work[i] -= matrix.rowValue[k] * basic[basis.rowOf[j]];
                }
            }
            if (basis.rowOf[slack] < 0) {
                // The residual has counted it.
                work[i] += nonbasic[slack];
            }
            if (Math.abs(work[i]) > COARSE || outside(i) > COARSE) {
                return false;
            }
        }
        return true;
    }

    private double valueOf(int j) {
        int r = basis.rowOf[j];
        return r < 0 ? nonbasic[j] : basic[r];
    }

    /** Value of a variable of the model, scaled back. */
    double value(int variable) {
        return valueOf(variable) * matrix.columnScale[variable];
    }

    /** Computes the reduced costs of the shifted costs. */
    void computeReduced() {
        for (int i = 0; i < rows; i++) {
            work[i] = shifted[basis.head[i]];
        }
        basis.timesFromLeft(work, product);
        for (int j = 0; j < matrix.columns; j++) {
            double sum = shifted[j];
            for (int k = matrix.columnStart[j]; k < matrix.columnStart[j + 1]; k++) {
                sum -= product[matrix.columnRow[k]] * matrix.columnValue[k];
            }
            reduced[j] = basis.rowOf[j] >= 0 ? 0 : sum;
        }
        for (int i = 0; i < rows; i++) {
            int j = matrix.columns + i;
            reduced[j] = basis.rowOf[j] >= 0 ? 0 : shifted[j] - product[i];
        }
    }

    /** Computes the values of the basis from those outside it. */
    void computeBasic() {
        residual();
        basis.times(work, product);
        System.arraycopy(product, 0, basic, 0, rows);
    }

    /** What the variables outside the basis leave of each row. */
    private void residual() {
        Arrays.fill(work, 0);
        for (int j = 0; j < matrix.columns; j++) {
            if (basis.rowOf[j] < 0 && nonbasic[j] != 0) {
                for (int k = matrix.columnStart[j]; k < matrix.columnStart[j + 1]; k++) {
                    work[matrix.columnRow[k]] -= matrix.columnValue[k] * nonbasic[j];
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            int j = matrix.columns + i;
            if (basis.rowOf[j] < 0) {
                work[i] -= nonbasic[j];
            }
        }
    }
}
