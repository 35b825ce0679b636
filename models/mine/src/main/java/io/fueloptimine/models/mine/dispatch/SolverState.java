package io.fueloptimine.models.mine.dispatch;

/** How a plan was found. */
public enum SolverState {
    /** The solver proved that no plan is better, within its tolerance. */
    OPTIMAL,
    /** The solver found a plan within its time limit, without proof of optimality. */
    FEASIBLE,
    /**
     * The solver found no plan, so every truck serves the loading unit and dump of its fixed pair.
     */
    FIXED_PAIRS
}
