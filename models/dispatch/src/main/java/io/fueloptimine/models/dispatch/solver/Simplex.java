package io.fueloptimine.models.dispatch.solver;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A simplex method for variables with bounds. The dual method starts from any bounds, because every
 * variable has finite bounds; after a change of bounds it continues from the last basis, which
 * takes a few iterations. The primal method continues after a change of costs. Deterministic. Not
 * thread-safe.
 *
 * <p>After Koberstein, The Dual Simplex Method, Techniques for a fast and stable implementation
 * (2005): steepest edge, ratio test after Harris, shifted costs.
 */
final class Simplex {

    /** How a run ended. */
    enum End {
        OPTIMAL,
        INFEASIBLE,
        STOPPED,
        FAILED
    }

    private static final double PRIMAL = 1e-9;

    /** Violations up to this are accepted when nothing removes them. */
    private static final double COARSE = 1e-7;

    private static final double DUAL = 1e-9;
    private static final double PIVOT = 1e-7;
    private static final int POLL_EVERY = 32;
    private static final int REFRESH_EVERY = 600;

    private final SparseMatrix matrix;
    private final int rows;
    private final int total;
    private final Basis basis;
    private final double[] lower;
    private final double[] upper;
    private final double[] cost;
    private final double[] reduced;

    /** Value of each variable and slack, scaled; those of the basis are in {@link #basic}. */
    private final double[] nonbasic;

    private final double[] basic;
    private final double[] row;
    private final double[] column;
    private final double[] work;
    private final double[] product;
    private final BooleanSupplier stopped;
    private int sinceRefresh;

    Simplex(LinearModel model, BooleanSupplier stopped) {
        this.stopped = stopped;
        matrix = new SparseMatrix(model);
        rows = matrix.rows;
        total = matrix.columns + rows;
        basis = new Basis(matrix);
        lower = new double[total];
        upper = new double[total];
        cost = new double[total];
        reduced = new double[total];
        nonbasic = new double[total];
        basic = new double[rows];
        row = new double[total];
        column = new double[rows];
        work = new double[rows];
        product = new double[rows];
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

    /** Sets the cost of each variable of the model. */
    void costs(double[] costs) {
        for (int j = 0; j < matrix.columns; j++) {
            cost[j] = costs[j] * matrix.columnScale[j];
        }
        for (int i = 0; i < rows; i++) {
            cost[matrix.columns + i] = 0;
        }
    }

    /** Sets the bounds of a variable of the model. */
    void bounds(int variable, double newLower, double newUpper) {
        lower[variable] = newLower / matrix.columnScale[variable];
        upper[variable] = newUpper / matrix.columnScale[variable];
        if (basis.rowOf[variable] < 0) {
            nonbasic[variable] =
                    Math.min(upper[variable], Math.max(lower[variable], nonbasic[variable]));
        }
    }

    /** The lower bound of a variable of the model. */
    double lower(int variable) {
        return lower[variable] * matrix.columnScale[variable];
    }

    /** The upper bound of a variable of the model. */
    double upper(int variable) {
        return upper[variable] * matrix.columnScale[variable];
    }

    /** The values of the variables of the model. */
    double[] values() {
        double[] values = new double[matrix.columns];
        for (int j = 0; j < matrix.columns; j++) {
            int r = basis.rowOf[j];
            values[j] = (r < 0 ? nonbasic[j] : basic[r]) * matrix.columnScale[j];
        }
        return values;
    }

    /**
     * Fixes all variables and slacks whose change would make the last objective worse, so that
     * every point that is left is an optimum of it.
     */
    void keepOptimal() {
        for (int j = 0; j < total; j++) {
            if (basis.rowOf[j] < 0 && Math.abs(reduced[j]) > 1e-7) {
                lower[j] = nonbasic[j];
                upper[j] = nonbasic[j];
            }
        }
    }

    /** Minimises the costs after a change of bounds. */
    End dual() {
        computeReduced();
        placeNonbasic();
        computeBasic();
        double tolerance = PRIMAL;
        int most = 50 * (rows + 100);
        for (int iteration = 0; iteration < most; iteration++) {
            if (iteration % POLL_EVERY == 0 && stopped.getAsBoolean()) {
                return End.STOPPED;
            }
            int r = leaving(tolerance);
            if (r < 0) {
                return primal();
            }
            boolean low = basic[r] < lower[basis.head[r]];
            basis.row(r, row);
            int q = entering(low);
            if (q < 0 && (outside(r) > COARSE || tolerance == COARSE)) {
                return End.INFEASIBLE;
            }
            if (q < 0) {
                // Rounding can leave a violation that no column removes.
                tolerance = COARSE;
                continue;
            }
            basis.column(q, column);
            if (Math.abs(column[r] - row[q]) > 1e-6 * (1 + Math.abs(column[r]))
                    || Math.abs(column[r]) < PIVOT) {
                if (sinceRefresh == 0 || !refresh()) {
                    return End.FAILED;
                }
                continue;
            }
            int leaving = basis.head[r];
            double bound = low ? lower[leaving] : upper[leaving];
            move(r, q, (basic[r] - bound) / column[r], bound);
            if (sinceRefresh >= REFRESH_EVERY && !refresh()) {
                return End.FAILED;
            }
        }
        return End.FAILED;
    }

    /** How far the value of a row is outside its bounds; negative when it is inside. */
    private double outside(int r) {
        int j = basis.head[r];
        return Math.max(lower[j] - basic[r], basic[r] - upper[j]);
    }

    /** Minimises the costs after a change of costs; the values must be within their bounds. */
    End primal() {
        computeReduced();
        int most = 50 * (rows + 100);
        for (int iteration = 0; iteration < most; iteration++) {
            if (iteration % POLL_EVERY == 0 && stopped.getAsBoolean()) {
                return End.STOPPED;
            }
            int q = improving(iteration);
            if (q < 0) {
                return End.OPTIMAL;
            }
            basis.column(q, column);
            double direction = nonbasic[q] <= lower[q] ? 1 : -1;
            int r = blocking(direction, upper[q] - lower[q]);
            if (r < 0) {
                double step = direction * (upper[q] - lower[q]);
                shift(q, step);
                nonbasic[q] = direction > 0 ? upper[q] : lower[q];
                continue;
            }
            int leaving = basis.head[r];
            double rate = direction * column[r];
            double bound = rate > 0 ? lower[leaving] : upper[leaving];
            double step = Math.max(0, (basic[r] - bound) / rate);
            basis.row(r, row);
            move(r, q, direction * step, bound);
            if (sinceRefresh >= REFRESH_EVERY && !refresh()) {
                return End.FAILED;
            }
        }
        return End.FAILED;
    }

    /** Moves the entering variable by a step and exchanges it with the basic one of a row. */
    private void move(int r, int q, double step, double bound) {
        int leaving = basis.head[r];
        shift(q, step);
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

    private void shift(int q, double step) {
        if (step != 0) {
            for (int i = 0; i < rows; i++) {
                basic[i] -= step * column[i];
            }
        }
    }

    /** The row whose value violates its bounds most, by steepest edge; -1 when there is none. */
    private int leaving(double tolerance) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < rows; i++) {
            double outside = outside(i);
            if (outside > tolerance) {
                double rank = outside * outside / basis.weight[i];
                if (rank > most) {
                    most = rank;
                    best = i;
                }
            }
        }
        return best;
    }

    /** The column that enters so that all reduced costs keep their signs; -1 when there is none. */
    private int entering(boolean low) {
        double sign = low ? 1 : -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < total; j++) {
            if (enters(j, sign)) {
                least = Math.min(least, (Math.abs(reduced[j]) + DUAL) / Math.abs(row[j]));
            }
        }
        int best = -1;
        for (int j = 0; j < total; j++) {
            if (enters(j, sign)
                    && Math.abs(reduced[j]) <= least * Math.abs(row[j])
                    && (best < 0 || Math.abs(row[j]) > Math.abs(row[best]))) {
                best = j;
            }
        }
        if (best >= 0) {
            // A reduced cost of the wrong sign would make the objective worse: shift its cost.
            boolean wrong = nonbasic[best] <= lower[best] ? reduced[best] < 0 : reduced[best] > 0;
            if (wrong) {
                reduced[best] = 0;
            }
        }
        return best;
    }

    private boolean enters(int j, double sign) {
        double value = sign * row[j];
        if (basis.rowOf[j] >= 0 || lower[j] == upper[j]) {
            return false;
        }
        return nonbasic[j] <= lower[j] ? value < -PIVOT : value > PIVOT;
    }

    /** A column whose move makes the objective better; -1 when there is none. */
    private int improving(int iteration) {
        int best = -1;
        double most = DUAL * 10;
        for (int j = 0; j < total; j++) {
            if (basis.rowOf[j] < 0 && lower[j] < upper[j]) {
                double gain = nonbasic[j] <= lower[j] ? -reduced[j] : reduced[j];
                // Every fourth of many iterations takes the first column, against cycling.
                if (gain > most) {
                    most = gain;
                    best = j;
                    if (iteration > 20 * rows && iteration % 4 == 0) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    /** The row that limits the move of the entering column; -1 when its own bounds limit it. */
    private int blocking(double direction, double range) {
        double most = range;
        for (int i = 0; i < rows; i++) {
            double rate = direction * column[i];
            if (Math.abs(rate) > PIVOT) {
                most = Math.min(most, (room(i, rate) + PRIMAL) / Math.abs(rate));
            }
        }
        if (most >= range) {
            return -1;
        }
        int best = -1;
        for (int i = 0; i < rows; i++) {
            double rate = direction * column[i];
            if (Math.abs(rate) > PIVOT
                    && room(i, rate) <= most * Math.abs(rate)
                    && (best < 0 || Math.abs(column[i]) > Math.abs(column[best]))) {
                best = i;
            }
        }
        return best;
    }

    private double room(int i, double rate) {
        int j = basis.head[i];
        return Math.max(0, rate > 0 ? basic[i] - lower[j] : upper[j] - basic[i]);
    }

    private boolean refresh() {
        sinceRefresh = 0;
        if (!basis.refresh()) {
            return false;
        }
        computeReduced();
        computeBasic();
        return true;
    }

    private void computeReduced() {
        for (int i = 0; i < rows; i++) {
            work[i] = cost[basis.head[i]];
        }
        basis.timesFromLeft(work, product);
        for (int j = 0; j < matrix.columns; j++) {
            double sum = cost[j];
            for (int k = matrix.columnStart[j]; k < matrix.columnStart[j + 1]; k++) {
                sum -= product[matrix.columnRow[k]] * matrix.columnValue[k];
            }
            reduced[j] = basis.rowOf[j] >= 0 ? 0 : sum;
        }
        for (int i = 0; i < rows; i++) {
            int j = matrix.columns + i;
            reduced[j] = basis.rowOf[j] >= 0 ? 0 : cost[j] - product[i];
        }
    }

    /** Puts each variable outside the basis at the bound that its reduced cost asks for. */
    private void placeNonbasic() {
        for (int j = 0; j < total; j++) {
            if (basis.rowOf[j] < 0) {
                boolean atUpper =
                        Double.isInfinite(lower[j])
                                || reduced[j] < -DUAL && !Double.isInfinite(upper[j])
                                || Math.abs(reduced[j]) <= DUAL && nonbasic[j] >= upper[j];
                nonbasic[j] = atUpper ? upper[j] : lower[j];
            }
        }
    }

    private void computeBasic() {
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
        basis.times(work, product);
        System.arraycopy(product, 0, basic, 0, rows);
    }

    /** The sum of some variables of the model as costs. */
    static double[] sumOf(List<Integer> variables, int count) {
        double[] costs = new double[count];
        variables.forEach(v -> costs[v] = 1);
        return costs;
    }
}
