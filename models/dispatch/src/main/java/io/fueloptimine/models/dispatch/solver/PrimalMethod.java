package io.fueloptimine.models.dispatch.solver;

import java.util.BitSet;
import java.util.function.BooleanSupplier;

/**
 * The primal simplex method: from values within their bounds to the least cost. Not thread-safe.
 */
final class PrimalMethod {

    private static final double DUAL = 1e-8;
    private static final int POLL_EVERY = 32;

    private final SimplexState state;
    private final Basis basis;
    private final BooleanSupplier stopped;

    /** Columns that were found to be no pivots since the last exchange. */
    private final BitSet barred = new BitSet();

    PrimalMethod(SimplexState state, BooleanSupplier stopped) {
        this.state = state;
        this.basis = state.basis;
        this.stopped = stopped;
    }

    /** Exchanges until no exchange makes the costs lower. */
    Simplex.End run() {
        barred.clear();
        state.useTrueCosts();
        int most = 50 * (state.rows + 100);
        for (int iteration = 0; iteration < most; iteration++) {
            if (iteration % POLL_EVERY == 0 && stopped.getAsBoolean()) {
                return Simplex.End.STOPPED;
            }
            int q = improving(iteration);
            if (q < 0) {
                return Simplex.End.OPTIMAL;
            }
            basis.column(q, state.column);
            double direction = state.isAtLower(q) ? 1 : -1;
            double range = state.upper[q] - state.lower[q];
            int r = blocking(direction, range);
            if (r < 0) {
                if (Double.isInfinite(range)) {
                    // No model is unbounded: the entries that limit the move are rounding.
                    barred.set(q);
                    continue;
                }
                state.shift(direction * range);
                state.nonbasic[q] = direction > 0 ? state.upper[q] : state.lower[q];
                continue;
            }
            basis.row(r, state.row);
            if (!state.isSound(r, q)) {
                if (state.isFresh()) {
                    barred.set(q);
                } else if (!refresh()) {
                    return Simplex.End.DISTURBED;
                }
                continue;
            }
            int leaving = basis.head[r];
            double rate = direction * state.column[r];
            double bound = rate > 0 ? state.lower[leaving] : state.upper[leaving];
            double step = Math.max(0, (state.basic[r] - bound) / rate);
            state.exchange(r, q, direction * step, bound);
            barred.clear();
            if (state.isWorn() && !refresh()) {
                return Simplex.End.DISTURBED;
            }
        }
        return Simplex.End.FAILED;
    }

    /** Computes the inverse anew; returns false when values are outside their bounds then. */
    private boolean refresh() {
        state.refresh();
        state.computeReduced();
        state.computeBasic();
        for (int i = 0; i < state.rows; i++) {
            if (state.outside(i) > SimplexState.COARSE) {
                return false;
            }
        }
        return true;
    }

    /** A column whose move makes the objective better; -1 when there is none. */
    private int improving(int iteration) {
        int best = -1;
        double most = DUAL;
        for (int j = 0; j < state.total; j++) {
            if (basis.rowOf[j] < 0 && state.lower[j] < state.upper[j] && !barred.get(j)) {
                double gain = state.isAtLower(j) ? -state.reduced[j] : state.reduced[j];
                // Every fourth of many iterations takes the first column, against cycling.
                if (gain > most) {
                    most = gain;
                    best = j;
                    if (iteration > 20 * state.rows && iteration % 4 == 0) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    /** The row that limits the move of the entering column; -1 when its own bounds limit it. */
    private int blocking(double direction, double range) {
        double[] column = state.column;
        double most = range;
        for (int i = 0; i < state.rows; i++) {
            double rate = direction * column[i];
            if (Math.abs(rate) > SimplexState.PIVOT) {
                most = Math.min(most, (room(i, rate) + SimplexState.PRIMAL) / Math.abs(rate));
            }
        }
        if (most >= range) {
            return -1;
        }
        int best = -1;
        for (int i = 0; i < state.rows; i++) {
            double rate = direction * column[i];
            if (Math.abs(rate) > SimplexState.PIVOT
                    && room(i, rate) <= most * Math.abs(rate)
                    && (best < 0 || Math.abs(column[i]) > Math.abs(column[best]))) {
                best = i;
            }
        }
        return best;
    }

    private double room(int i, double rate) {
        int j = basis.head[i];
        return Math.max(
                0, rate > 0 ? state.basic[i] - state.lower[j] : state.upper[j] - state.basic[i]);
    }
}
