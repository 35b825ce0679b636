package io.fueloptimine.models.dispatch.solver;

/**
 * Solves the relaxation by the simplex method, one objective after the other, rounds the integers
 * up, and then branches on them within the limit. Each node continues from the basis of the node
 * before, which takes a few iterations. Stateless and thread-safe.
 */
public final class SimplexSolver implements PlanSolver {

    @Override
    public Solution solve(LinearModel model, SolveLimit limit) {
        return new IntegerSearch(model, limit).solve();
    }
}
