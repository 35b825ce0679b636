package io.fueloptimine.models.dispatch.solver;

import java.util.ArrayList;
import java.util.List;

/**
 * The relaxation of a model, minimised objective after objective. A weighted sum of all objectives
 * gives a basis near the optimum; from there each objective is minimised exactly, and all variables
 * whose change would make it worse are fixed before the next one. Not thread-safe.
 */
final class OrderedObjectives {

    /** A sum of shortfalls below this is 0. */
    private static final double ZERO = 1e-6;

    private static final double LAST_WEIGHT = 20;
    private static final double WEIGHT_RATIO = 4;

    private final LinearModel model;
    private final Simplex simplex;
    private final List<Double> reached = new ArrayList<>();

    OrderedObjectives(LinearModel model, Simplex simplex) {
        this.model = model;
        this.simplex = simplex;
    }

    /** Leaves the simplex method at the optimum of the costs among the optima of all levels. */
    Simplex.End minimise() {
        reached.clear();
        simplex.costs(weighted());
        Simplex.End end = simplex.dual();
        for (LinearModel.Objective level : model.levels()) {
            if (end != Simplex.End.OPTIMAL) {
                return end;
            }
            if (level.at(simplex.values()) <= ZERO) {
                level.variables().forEach(v -> simplex.bounds(v, 0, 0));
                reached.add(0.0);
            } else {
                simplex.costs(Simplex.sumOf(level.variables(), model.variables().size()));
                end = simplex.primal();
                double least = level.at(simplex.values());
                reached.add(least);
                if (level.slack() > 1) {
                    int limited = level.variables().get(0);
                    double most = level.slack() * least;
                    simplex.bounds(limited, 0, Math.min(most, simplex.upper(limited)));
                } else {
                    simplex.keepOptimal();
                }
            }
        }
        if (end != Simplex.End.OPTIMAL) {
            return end;
        }
        simplex.costs(costs());
        return simplex.primal();
    }

    /** The least value of each level that the last run has found. */
    List<Double> reached() {
        return List.copyOf(reached);
    }

    /** The value of each level at a point. */
    List<Double> levels(double[] values) {
        List<Double> found = new ArrayList<>();
        for (LinearModel.Objective level : model.levels()) {
            double value = level.at(values);
            found.add(value <= ZERO ? 0 : value);
        }
        return List.copyOf(found);
    }

    private double[] costs() {
        return model.variables().stream().mapToDouble(LinearModel.Variable::cost).toArray();
    }

    private double[] weighted() {
        double[] costs = costs();
        double weight = LAST_WEIGHT;
        for (int l = model.levels().size() - 1; l >= 0; l--) {
            for (int v : model.levels().get(l).variables()) {
                costs[v] += weight;
            }
            weight *= WEIGHT_RATIO;
        }
        return costs;
    }
}
