package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.solver.OjAlgoSolver;
import io.fueloptimine.models.dispatch.solver.PlanSolver;
import io.fueloptimine.models.dispatch.solver.SimplexSolver;
import io.fueloptimine.models.dispatch.solver.SolverWithReplacement;

/** The solvers that the settings can name. */
public enum SolverName {
    /** The solver of this software; ojAlgo solves what it gives up. */
    SIMPLEX,
    /** ojAlgo alone. */
    OJALGO;

    /** Creates the solver. */
    public PlanSolver create() {
        return switch (this) {
            case SIMPLEX -> new SolverWithReplacement(new SimplexSolver(), new OjAlgoSolver());
            case OJALGO -> new OjAlgoSolver();
        };
    }
}
