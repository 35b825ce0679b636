package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.solver.HighsSolver;
import io.fueloptimine.models.dispatch.solver.OjAlgoSolver;
import io.fueloptimine.models.dispatch.solver.PlanSolver;
import io.fueloptimine.models.dispatch.solver.SimplexSolver;
import io.fueloptimine.models.dispatch.solver.SolverWithReplacement;

/** The solvers that the settings can name. */
public enum SolverName {
    /** The solver of this software; ojAlgo solves what it gives up. */
    SIMPLEX,
    /** ojAlgo alone. */
    OJALGO,
    /** HiGHS, when the jars of OR-Tools are on the class path. */
    HIGHS;

    /**
     * Creates the solver.
     *
     * @throws IllegalStateException when the jars of the solver are missing
     */
    public PlanSolver create() {
        return switch (this) {
            case SIMPLEX -> new SolverWithReplacement(new SimplexSolver(), new OjAlgoSolver());
            case OJALGO -> new OjAlgoSolver();
            case HIGHS -> highs();
        };
    }

    /** Whether the libraries of the solver are there. */
    public boolean isAvailable() {
        return this != HIGHS || HighsSolver.isAvailable();
    }

    private static PlanSolver highs() {
        if (!HIGHS.isAvailable()) {
            throw new IllegalStateException(
                    "planner.solver is HIGHS, expected SIMPLEX or OJALGO, or the jars"
                            + " com.google.ortools:ortools-java and its native library on the class"
                            + " path");
        }
        return new HighsSolver();
    }
}
