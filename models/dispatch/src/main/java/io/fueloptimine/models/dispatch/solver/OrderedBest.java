package io.fueloptimine.models.dispatch.solver;

import java.util.List;

/**
 * The best solution of an {@link OrderedSearch} so far, with the least cost of the parts that were
 * closed because they are not better. Use an instance for one solve on one thread.
 */
final class OrderedBest {

    private final LinearModel model;
    private final double gap;
    private final SearchClock clock;
    private double[] values;
    private OrderedPoint point;
    private double firstCost;
    private long firstMillis;
    private double closedBound = Double.POSITIVE_INFINITY;

    /**
     * @param gap part of the cost by which a solution must be better
     */
    OrderedBest(LinearModel model, double gap, SearchClock clock) {
        this.model = model;
        this.gap = gap;
        this.clock = clock;
    }

    boolean exists() {
        return values != null;
    }

    /** The values of the variables; null without a solution. */
    double[] values() {
        return values;
    }

    /** The objectives; null without a solution. */
    OrderedPoint point() {
        return point;
    }

    /** Whether a part of the search with this bound may have a better solution. */
    boolean isWorseThan(OrderedPoint bound) {
        if (values == null) {
            return true;
        }
        int order = bound.compareLevels(point);
        double cost = point.cost();
        return order < 0 || order == 0 && bound.cost() < cost - gap * Math.abs(cost);
    }

    /** Notes the bound of a part that is not searched. */
    void close(OrderedPoint bound) {
        if (bound.compareLevels(point) == 0) {
            closedBound = Math.min(closedBound, bound.cost());
        }
    }

    /**
     * Keeps a solution if it is better and feasible.
     *
     * @param found values whose integers are whole within the tolerance; they are rounded
     */
    void accept(double[] found, OrderedPoint reached) {
        boolean better =
                values == null
                        || reached.compareLevels(point) < 0
                        || reached.compareLevels(point) == 0 && reached.cost() < point.cost();
        for (int v : model.integers()) {
            found[v] = Math.rint(found[v]);
        }
        if (!better || model.violation(found) > IntegerSearch.FEASIBLE) {
            return;
        }
        if (values == null || reached.compareLevels(point) < 0) {
            // First cost and bound belong to the levels of the solution.
            firstCost = reached.cost();
            firstMillis = clock.millis();
            closedBound = Double.POSITIVE_INFINITY;
        }
        values = found;
        point = new OrderedPoint(reached.levels(), model.cost(found));
    }

    /** The least cost of the solution and of the closed parts. */
    double bound() {
        return Math.min(point.cost(), closedBound);
    }

    /** The solution with its bound, as the result of the search. */
    Solution solution(boolean isProved, List<Double> levels, double bound, int nodes) {
        return new Solution(
                isProved ? Solution.Status.OPTIMAL : Solution.Status.FEASIBLE,
                values,
                levels,
                point.cost(),
                bound,
                firstCost,
                firstMillis,
                nodes);
    }
}
