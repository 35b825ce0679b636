package io.fueloptimine.models.dispatch.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Minimises the objectives of a model in order on parts of it: the linear models of an {@link
 * OrderedSearch}. Use an instance for one solve on one thread.
 */
final class OrderedRelaxation {

    /** Time for the bound of a search that was stopped, ms. */
    private static final long BOUND_MILLIS = 500;

    private final LinearModel model;
    private final Simplex simplex;
    private final OrderedObjectives objectives;
    private final int[] integers;

    /**
     * @param simplex has solved the relaxation of the model
     */
    OrderedRelaxation(LinearModel model, Simplex simplex) {
        this.model = model;
        this.simplex = simplex;
        this.objectives = new OrderedObjectives(model, simplex);
        this.integers = model.integers();
    }

    /** The values that the last run of the simplex method has reached. */
    double[] values() {
        return simplex.values();
    }

    /** The values of the objectives before the last one. */
    List<Double> levels(double[] values) {
        return objectives.levels(values);
    }

    /** The objectives that the last run of the simplex method has reached. */
    OrderedPoint point() {
        return new OrderedPoint(objectives.reached(), model.cost(simplex.values()));
    }

    /** Minimises the objectives on a part of the model. */
    Simplex.End minimise(Branch branch) {
        simplex.restoreBounds();
        limit(branch);
        return objectives.minimise();
    }

    /**
     * Minimises the cost with the levels of the node solved before, of which the branch is a part.
     * It takes a few exchanges, but fails when the branch does not reach these levels.
     */
    Simplex.End minimiseWithSameLevels(Branch branch) {
        return limit(branch) ? simplex.dual() : Simplex.End.INFEASIBLE;
    }

    /** Narrows the bounds; returns false when a lower bound is above an upper one then. */
    private boolean limit(Branch branch) {
        branch.lower()
                .forEach(
                        (v, value) ->
                                simplex.bounds(
                                        v, Math.max(value, simplex.lower(v)), simplex.upper(v)));
        branch.upper()
                .forEach(
                        (v, value) ->
                                simplex.bounds(
                                        v, simplex.lower(v), Math.min(value, simplex.upper(v))));
        return Arrays.stream(integers).allMatch(v -> simplex.lower(v) <= simplex.upper(v));
    }

    /** The least cost of the relaxation with levels no higher than those of a solution. */
    double bound(double[] solution, SolveLimit limit) {
        List<Double> most = new ArrayList<>();
        for (double level : levels(solution)) {
            most.add(level + OrderedPoint.EQUAL * (1 + level));
        }
        SearchClock more =
                new SearchClock(limit.millis() == 0 ? limit : limit.within(BOUND_MILLIS));
        LinearModel limited = model.withLevels(most);
        Simplex relaxed = new Simplex(limited, more::isStopped);
        Simplex.End end = new OrderedObjectives(limited, relaxed).minimise();
        return end == Simplex.End.OPTIMAL
                ? limited.cost(relaxed.values())
                : Double.NEGATIVE_INFINITY;
    }
}
