package io.fueloptimine.models.dispatch.solver;

import java.util.function.BooleanSupplier;

/**
 * When a solver stops.
 *
 * @param nodes most branch-and-bound nodes; the result then does not depend on the computer's load.
 *     0 for no limit
 * @param millis wall-clock time after which the best solution is returned, ms; 0 for no limit
 * @param gap relative gap at which the solution is good enough
 * @param cancelled asked between iterations; when it is true the solver stops as soon as possible
 */
public record SolveLimit(int nodes, long millis, double gap, BooleanSupplier cancelled) {

    /** A limit of nodes. */
    public static SolveLimit ofNodes(int nodes, double gap) {
        return new SolveLimit(nodes, 0, gap, () -> false);
    }

    /** A copy with another time. */
    SolveLimit within(long newMillis) {
        return new SolveLimit(nodes, newMillis, gap, cancelled);
    }
}
