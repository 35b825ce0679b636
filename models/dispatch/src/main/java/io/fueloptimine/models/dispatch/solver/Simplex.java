package io.fueloptimine.models.dispatch.solver;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A simplex method for variables with bounds. The dual method starts from any bounds; after a
 * change of bounds it continues from the last basis, which takes a few iterations. The primal
 * method continues after a change of costs. Deterministic. Not thread-safe.
 *
 * <p>Rounding grows with the exchanges. Each pivot is therefore computed twice, by row and by
 * column; when the two differ, or a method ends, the inverse of the basis is computed anew, columns
 * that depend on others leave the basis, and the methods continue from there. A run that does not
 * end is repeated with random shifts of the costs.
 *
 * <p>After Koberstein, The Dual Simplex Method, Techniques for a fast and stable implementation
 * (2005): steepest edge, ratio test after Harris, shifted costs.
 */
final class Simplex {

    /** How a run ended. */
    enum End {
        OPTIMAL,
        INFEASIBLE,
        /** The caller stopped it. */
        STOPPED,
        /** It did not end within its number of iterations. */
        FAILED,
        /** A new inverse showed values outside their bounds: the dual method has to run again. */
        DISTURBED
    }

    /** Runs of both methods after which a model is given up. */
    private static final int ROUNDS = 6;

    private final LinearModel model;
    private final SimplexState state;
    private final DualMethod dual;
    private final PrimalMethod primal;

    Simplex(LinearModel model, BooleanSupplier stopped) {
        this.model = model;
        state = new SimplexState(model);
        dual = new DualMethod(state, stopped);
        primal = new PrimalMethod(state, stopped);
    }

    /** Sets the cost of each variable of the model. */
    void costs(double[] costs) {
        for (int j = 0; j < state.matrix.columns; j++) {
            state.cost[j] = costs[j] * state.matrix.columnScale[j];
        }
    }

    /** Sets the bounds of a variable of the model. */
    void bounds(int variable, double lower, double upper) {
        state.lower[variable] = lower / state.matrix.columnScale[variable];
        state.upper[variable] = upper / state.matrix.columnScale[variable];
        if (state.basis.rowOf[variable] < 0) {
            state.nonbasic[variable] =
                    Math.min(
                            state.upper[variable],
                            Math.max(state.lower[variable], state.nonbasic[variable]));
        }
    }

    /** Sets all bounds to those of the model. */
    void restoreBounds() {
        state.boundsOf(model);
    }

    /** The lower bound of a variable of the model. */
    double lower(int variable) {
        return state.lower[variable] * state.matrix.columnScale[variable];
    }

    /** The upper bound of a variable of the model. */
    double upper(int variable) {
        return state.upper[variable] * state.matrix.columnScale[variable];
    }

    /** The values of the variables of the model. */
    double[] values() {
        double[] values = new double[state.matrix.columns];
        for (int j = 0; j < values.length; j++) {
            values[j] = state.value(j);
        }
        return values;
    }

    /** By how much the cost rises when the bound of a row of the model rises by one. */
    double[] prices() {
        state.useTrueCosts();
        double[] prices = new double[state.rows];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = -state.reduced[state.matrix.columns + i] * state.matrix.rowScale[i];
        }
        return prices;
    }

    /**
     * Fixes all variables and slacks whose change would make the last objective worse, so that
     * every point that is left is an optimum of it.
     */
    void keepOptimal() {
        for (int j = 0; j < state.total; j++) {
            if (state.basis.rowOf[j] < 0 && Math.abs(state.reduced[j]) > 1e-7) {
                state.lower[j] = state.nonbasic[j];
                state.upper[j] = state.nonbasic[j];
            }
        }
    }

    /** Minimises the costs after a change of bounds. */
    End dual() {
        return minimise(true);
    }

    /** Minimises the costs after a change of costs; the values must be within their bounds. */
    End primal() {
        return minimise(false);
    }

    private End minimise(boolean dualFirst) {
        boolean outside = dualFirst;
        boolean perturbed = false;
        for (int round = 0; round < ROUNDS; round++) {
            End end = outside ? dual.run(perturbed) : End.OPTIMAL;
            if (end == End.OPTIMAL) {
                end = primal.run();
            }
            if (end == End.INFEASIBLE || end == End.STOPPED) {
                return end;
            }
            if (end == End.OPTIMAL && state.isAccurate()) {
                return End.OPTIMAL;
            }
            if (end == End.FAILED) {
                state.restart();
                perturbed = true;
            } else {
                state.refresh();
            }
            outside = true;
        }
        return End.FAILED;
    }

    /** The sum of some variables of the model as costs. */
    static double[] sumOf(List<Integer> variables, int count) {
        double[] costs = new double[count];
        variables.forEach(v -> costs[v] = 1);
        return costs;
    }
}
