package io.fueloptimine.models.dispatch.solver;

/** Solves linear models with ordered objectives. Thread-safe. */
public interface PlanSolver {

    /** The best solution that is found within the limit. */
    Solution solve(LinearModel model, SolveLimit limit);
}
