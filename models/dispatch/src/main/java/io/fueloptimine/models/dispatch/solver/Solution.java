package io.fueloptimine.models.dispatch.solver;

import java.util.List;

/**
 * What a solver found.
 *
 * @param status how the values were found; without values when it is INFEASIBLE or FAILED
 * @param values value of each variable; empty without a solution
 * @param levels value of each objective before the last one
 * @param cost value of the last objective
 * @param bound lower bound of the cost of every solution with equal or lower earlier objectives
 * @param firstCost cost of the first solution with whole numbers and with these levels
 * @param firstMillis time after which that first solution was known, ms
 * @param nodes branch-and-bound nodes solved
 */
public record Solution(
        Status status,
        double[] values,
        List<Double> levels,
        double cost,
        double bound,
        double firstCost,
        long firstMillis,
        int nodes) {

    /** How a solution was found. */
    public enum Status {
        /** No solution is better by more than the gap. */
        OPTIMAL,
        /** The limit ended the search. */
        FEASIBLE,
        /** No solution exists. */
        INFEASIBLE,
        /** The solver gave up, for numerical reasons or because it was cancelled. */
        FAILED
    }

    /** A result without values. */
    static Solution none(Status status) {
        return new Solution(
                status, new double[0], List.of(), Double.NaN, Double.NaN, Double.NaN, 0, 0);
    }

    /** Whether there are values. */
    public boolean found() {
        return status == Status.OPTIMAL || status == Status.FEASIBLE;
    }

    /** The relative distance of the cost from its bound; 0 when they are equal. */
    public double gap() {
        return cost <= bound ? 0 : (cost - bound) / Math.max(1e-9, Math.abs(cost));
    }
}
