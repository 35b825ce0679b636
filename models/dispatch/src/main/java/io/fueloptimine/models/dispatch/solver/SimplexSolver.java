package io.fueloptimine.models.dispatch.solver;

/**
 * Solves the relaxation by the simplex method, one objective after the other, rounds the integers
 * up, and then branches on them within the limit. Each node continues from the basis of the node
 * before, which takes a few iterations. When no whole numbers reach the objectives of the
 * relaxation, a second search compares whole numbers by each objective in order. Stateless and
 * thread-safe.
 */
public final class SimplexSolver implements PlanSolver {

    @Override
    public Solution solve(LinearModel model, SolveLimit limit) {
        SearchClock clock = new SearchClock(limit);
        IntegerSearch search = new IntegerSearch(model, limit, clock);
        Solution solution = search.solve();
        return search.isExhausted()
                ? new OrderedSearch(model, limit, clock, search.simplex(), search.nodes()).solve()
                : solution;
    }
}
