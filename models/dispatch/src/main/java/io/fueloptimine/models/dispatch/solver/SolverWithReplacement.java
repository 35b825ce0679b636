package io.fueloptimine.models.dispatch.solver;

/**
 * A solver with another one that solves the models which the first gives up for numerical reasons.
 * Thread-safe.
 */
public final class SolverWithReplacement implements PlanSolver {

    private final PlanSolver first;
    private final PlanSolver second;

    public SolverWithReplacement(PlanSolver first, PlanSolver second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Solution solve(LinearModel model, SolveLimit limit) {
        Solution solution = first.solve(model, limit);
        boolean gaveUp = !solution.found() && !limit.cancelled().getAsBoolean();
        return gaveUp ? second.solve(model, limit) : solution;
    }
}
