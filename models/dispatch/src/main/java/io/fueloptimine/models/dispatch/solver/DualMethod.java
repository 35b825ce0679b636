package io.fueloptimine.models.dispatch.solver;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * The dual simplex method: from any basis to values within their bounds. It starts from any bounds,
 * because every variable has finite bounds: each goes to the bound that its reduced cost asks for.
 * A slack that has no such bound gets a shift of its cost. Not thread-safe.
 */
final class DualMethod {

    private static final double DUAL = 1e-9;
    private static final int POLL_EVERY = 32;

    /** Largest random shift of a cost, relative to 1 + the cost. */
    private static final double PERTURBATION = 1e-5;

    private final SimplexState state;
    private final Basis basis;
    private final BooleanSupplier stopped;

    /** Rows and columns that were found to be no pivots since the last exchange. */
    private final BitSet barredRows = new BitSet();

    private final BitSet barredColumns = new BitSet();

    DualMethod(SimplexState state, BooleanSupplier stopped) {
        this.state = state;
        this.basis = state.basis;
        this.stopped = stopped;
    }

    /**
     * Exchanges until all values are within their bounds. The costs may have shifts after it.
     *
     * @param perturbed whether random shifts of the costs prevent ties, against cycling
     */
    Simplex.End run(boolean perturbed) {
        System.arraycopy(state.cost, 0, state.shifted, 0, state.total);
        start();
        if (perturbed) {
            perturb();
        }
        int most = 50 * (state.rows + 100);
        for (int iteration = 0; iteration < most; iteration++) {
            if (iteration % POLL_EVERY == 0 && stopped.getAsBoolean()) {
                return Simplex.End.STOPPED;
            }
            int r = leaving();
            if (r < 0) {
                return barredRows.isEmpty() || violation() <= SimplexState.COARSE
                        ? Simplex.End.OPTIMAL
                        : Simplex.End.FAILED;
            }
            boolean low = state.basic[r] < state.lower[basis.head[r]];
            basis.row(r, state.row);
            int q = entering(low);
            if (q < 0) {
                if (!state.isFresh()) {
                    refresh();
                } else if (barredColumns.isEmpty() && isProof(r, low)) {
                    return Simplex.End.INFEASIBLE;
                } else {
                    // Rounding can leave a violation that no column removes.
                    barredRows.set(r);
                    barredColumns.clear();
                }
                continue;
            }
            basis.column(q, state.column);
            if (!state.isSound(r, q)) {
                if (state.isFresh()) {
                    barredColumns.set(q);
                } else {
                    refresh();
                }
                continue;
            }
            shiftWrongSign(q);
            int leaving = basis.head[r];
            double bound = low ? state.lower[leaving] : state.upper[leaving];
            state.exchange(r, q, (state.basic[r] - bound) / state.column[r], bound);
            barredRows.clear();
            barredColumns.clear();
            if (state.isWorn()) {
                refresh();
            }
        }
        return Simplex.End.FAILED;
    }

    private void refresh() {
        state.refresh();
        start();
    }

    private void start() {
        barredRows.clear();
        barredColumns.clear();
        state.computeReduced();
        place();
        state.computeBasic();
    }

    /** Puts each variable outside the basis at the bound that its reduced cost asks for. */
    private void place() {
        for (int j = 0; j < state.total; j++) {
            if (basis.rowOf[j] < 0) {
                double reduced = state.reduced[j];
                boolean noLower = Double.isInfinite(state.lower[j]);
                boolean noUpper = Double.isInfinite(state.upper[j]);
                boolean atUpper =
                        noLower
                                || reduced < -DUAL && !noUpper
                                || Math.abs(reduced) <= DUAL && state.nonbasic[j] >= state.upper[j];
                state.nonbasic[j] = atUpper ? state.upper[j] : state.lower[j];
                if (noLower && reduced > DUAL || noUpper && reduced < -DUAL) {
                    state.shifted[j] -= reduced;
                    state.reduced[j] = 0;
                }
            }
        }
    }

    /** Moves the reduced costs away from 0, so that no two columns are equally good. */
    private void perturb() {
        SplittableRandom random = new SplittableRandom(1);
        for (int j = 0; j < state.total; j++) {
            double size = PERTURBATION * (1 + Math.abs(state.cost[j])) * random.nextDouble();
            if (basis.rowOf[j] < 0 && state.lower[j] < state.upper[j]) {
                double by = state.isAtLower(j) ? size : -size;
                state.shifted[j] += by;
                state.reduced[j] += by;
            }
        }
    }

    private double violation() {
        double worst = 0;
        for (int i = 0; i < state.rows; i++) {
            worst = Math.max(worst, state.outside(i));
        }
        return worst;
    }

    /** The row whose value violates its bounds most, by steepest edge; -1 when there is none. */
    private int leaving() {
        int best = -1;
        double most = 0;
        for (int i = 0; i < state.rows; i++) {
            double outside = state.outside(i);
            if (outside > SimplexState.PRIMAL && !barredRows.get(i)) {
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
        double[] row = state.row;
        double sign = low ? 1 : -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < state.total; j++) {
            if (enters(j, sign)) {
                least = Math.min(least, (Math.abs(state.reduced[j]) + DUAL) / Math.abs(row[j]));
            }
        }
        int best = -1;
        for (int j = 0; j < state.total; j++) {
            if (enters(j, sign)
                    && Math.abs(state.reduced[j]) <= least * Math.abs(row[j])
                    && (best < 0 || Math.abs(row[j]) > Math.abs(row[best]))) {
                best = j;
            }
        }
        return best;
    }

    private boolean enters(int j, double sign) {
        double value = sign * state.row[j];
        if (basis.rowOf[j] >= 0 || state.lower[j] == state.upper[j] || barredColumns.get(j)) {
            return false;
        }
        return state.isAtLower(j) ? value < -SimplexState.PIVOT : value > SimplexState.PIVOT;
    }

    /** A reduced cost of the wrong sign would make the objective worse: shifts its cost. */
    private void shiftWrongSign(int q) {
        double reduced = state.reduced[q];
        if (state.isAtLower(q) ? reduced < 0 : reduced > 0) {
            state.shifted[q] -= reduced;
            state.reduced[q] = 0;
        }
    }

    /** Whether even the entries that are too small for a pivot cannot remove a violation. */
    private boolean isProof(int r, boolean low) {
        double sign = low ? 1 : -1;
        double possible = SimplexState.COARSE;
        for (int j = 0; j < state.total; j++) {
            double value = sign * state.row[j];
            if (basis.rowOf[j] < 0 && (state.isAtLower(j) ? value < 0 : value > 0)) {
                double range = state.upper[j] - state.lower[j];
                // The entry of a slack without a second bound is taken for rounding.
                possible += Double.isInfinite(range) ? 0 : Math.abs(value) * range;
            }
        }
        return state.outside(r) > possible;
    }
}
