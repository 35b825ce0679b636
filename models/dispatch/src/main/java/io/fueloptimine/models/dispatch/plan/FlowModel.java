package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.mine.dispatch.SolverState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plan as a linear model. Trips per hour on every leg are continuous; the integers are the
 * trucks in service per group and the use of each loading unit that may stop. A model with an
 * integer per truck and route does not finish in time.
 *
 * <p>Every target has a shortfall as a variable, so that a model always has a solution. The
 * shortfalls are minimised in this order: grade and stripping ratio, loading units that must not
 * stop, faces by priority with ore before waste, minimums of dumps, tonnes of dumps, match factors
 * of faces; then litres. Use an instance on one thread.
 */
final class FlowModel {

    /** Rates below this are rounding of the solver, trips per hour. */
    private static final double NOISE = 1e-7;

    private final FlowProblem problem;
    private final FlowVariables variables;

    FlowModel(FlowProblem problem) {
        this.problem = problem;
        this.variables = new FlowVariables(problem);
        new MachineLimits(problem, variables).addRows();
        new TargetRows(problem, variables).addRows();
        new RatioRows(problem, variables).addRows();
        variables.minimiseShortfalls();
    }

    LinearModel linearModel() {
        return variables.model();
    }

    /** The solution that the values of the variables describe. */
    FlowSolution solution(SolverState foundBy, double[] values) {
        List<FlowSolution.Trips> rates = new ArrayList<>();
        for (int i = 0; i < problem.legs().size(); i++) {
            if (values[i] > NOISE) {
                rates.add(new FlowSolution.Trips(problem.legs().get(i), values[i]));
            }
        }
        Map<TruckGroup, Integer> trucks = new LinkedHashMap<>();
        variables.inService().forEach((group, v) -> trucks.put(group, (int) Math.round(values[v])));
        return new FlowSolution(foundBy, rates, trucks);
    }
}
