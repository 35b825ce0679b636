package io.fueloptimine.models.dispatch.solver;

import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/**
 * Solves models with ojAlgo: each objective in turn with whole numbers, its value then as a limit
 * of the next. The bound is that of the relaxation of the last objective. All objectives together
 * have the time of the limit; a limit without time allows a minute. Thread-safe.
 */
public final class OjAlgoSolver implements PlanSolver {

    /** How far an objective may be worse than its optimum in later ones, relative. */
    private static final double LEVEL_TOLERANCE = 1e-6;

    private static final long DEFAULT_MILLIS = 60_000;

    @Override
    public Solution solve(LinearModel model, SolveLimit limit) {
        SearchClock clock =
                new SearchClock(limit.millis() > 0 ? limit : limit.within(DEFAULT_MILLIS));
        List<Double> most = new ArrayList<>();
        for (LinearModel.Objective level : model.levels()) {
            if (clock.isStopped()) {
                return Solution.none(Solution.Status.FAILED);
            }
            Optimisation.Result result =
                    minimise(model.withLevels(most).minimising(level), true, clock.left());
            if (!result.getState().isFeasible()) {
                return Solution.none(
                        result.getState() == Optimisation.State.INFEASIBLE
                                ? Solution.Status.INFEASIBLE
                                : Solution.Status.FAILED);
            }
            double value = Math.max(0, level.at(values(result, model)));
            most.add(value * level.slack() + LEVEL_TOLERANCE * (1 + value));
        }
        if (clock.isStopped()) {
            return Solution.none(Solution.Status.FAILED);
        }
        Optimisation.Result relaxed = minimise(model.withLevels(most), false, clock.left());
        Optimisation.Result best = minimise(model.withLevels(most), true, clock.left());
        if (!best.getState().isFeasible()) {
            return Solution.none(Solution.Status.FAILED);
        }
        double[] values = values(best, model);
        double cost = model.cost(values);
        double bound =
                relaxed.getState().isOptimal()
                        ? Math.min(cost, model.cost(values(relaxed, model)))
                        : Double.NEGATIVE_INFINITY;
        long millis = clock.millis();
        return new Solution(
                best.getState().isOptimal() ? Solution.Status.OPTIMAL : Solution.Status.FEASIBLE,
                values,
                model.levels().stream().map(level -> level.at(values)).toList(),
                cost,
                bound,
                cost,
                millis,
                0);
    }

    private static Optimisation.Result minimise(
            LinearModel model, boolean whole, SolveLimit limit) {
        ExpressionsBasedModel translated = new ExpressionsBasedModel();
        for (int j = 0; j < model.variables().size(); j++) {
            LinearModel.Variable from = model.variables().get(j);
            Variable to = translated.newVariable(from.name());
            to.lower(from.lower()).upper(from.upper());
            if (from.integer() && whole) {
                to.integer();
            }
            to.weight(from.cost());
        }
        for (LinearModel.Row row : model.rows()) {
            Expression expression = translated.newExpression(row.name());
            if (!Double.isInfinite(row.lower())) {
                expression.lower(row.lower());
            }
            if (!Double.isInfinite(row.upper())) {
                expression.upper(row.upper());
            }
            for (int k = 0; k < row.size(); k++) {
                expression.set(row.variable(k), row.coefficient(k));
            }
        }
        translated.options.time_abort = limit.millis();
        translated.options.time_suffice = limit.millis() / 2;
        // One worker: with several, the first to finish would decide between equal solutions.
        translated.options.integer(
                IntegerStrategy.newConfigurable()
                        .withParallelism(() -> 1)
                        .withGapTolerance(NumberContext.of(4)));
        return translated.minimise();
    }

    private static double[] values(Optimisation.Result result, LinearModel model) {
        double[] values = new double[model.variables().size()];
        for (int j = 0; j < values.length; j++) {
            double value = result.doubleValue(j);
            values[j] = model.variables().get(j).integer() ? Math.rint(value) : value;
        }
        return values;
    }
}
