package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.SolverState;
import io.fueloptimine.models.mine.TruckClass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/**
 * The plan as a mixed-integer programme. Trips per hour on every leg are continuous; only the
 * trucks in service per class and the use of each loading unit are integers. A model with an
 * integer per truck and route does not finish in time; the model of this class solves 57 trucks in
 * less than a second. Use an instance for one solve on one thread.
 */
final class FlowModel {

    /** Rates below this are numerical noise of the solver, trips per hour. */
    private static final double NOISE = 1e-7;

    /** Relative gap at which the solver stops: the cost is within a thousandth of the optimum. */
    private static final NumberContext RELATIVE_GAP = NumberContext.of(3);

    private final FlowProblem problem;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<Leg, Variable> trips = new LinkedHashMap<>();
    private final Map<String, Variable> inService = new LinkedHashMap<>();
    private final Map<LoadingUnit, Variable> unitOn = new LinkedHashMap<>();

    FlowModel(FlowProblem problem) {
        this.problem = problem;
        declareVariables();
        problem.classes().forEach(this::balance);
        problem.classes().forEach(this::boundTruckHours);
        problem.units().forEach(this::boundUnit);
        problem.dumps().forEach(this::boundDump);
        wantTonnes(Material.ORE, problem.site().digPlan().tph(Material.ORE));
        wantTonnes(Material.WASTE, problem.site().digPlan().tph(Material.WASTE));
    }

    /**
     * Solves the model within the configured limit of time or nodes.
     *
     * @return empty when the solver found no feasible plan within the limit
     */
    Optional<FlowSolution> solve() {
        limit(problem.settings());
        // One worker: with several, the first to finish would decide between equally good plans,
        // and the result would not be deterministic.
        model.options.integer(
                IntegerStrategy.newConfigurable()
                        .withParallelism(() -> 1)
                        .withGapTolerance(RELATIVE_GAP));
        Optimisation.Result result = model.minimise();
        // Values of an infeasible or failed result are not null, but invalid.
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        Map<Leg, Double> rates = new LinkedHashMap<>();
        trips.forEach(
                (leg, trip) -> {
                    double rate = result.doubleValue(model.indexOf(trip));
                    if (rate > NOISE) {
                        rates.put(leg, rate);
                    }
                });
        Map<String, Integer> trucks = new LinkedHashMap<>();
        inService.forEach(
                (name, count) ->
                        trucks.put(
                                name, (int) Math.round(result.doubleValue(model.indexOf(count)))));
        SolverState state =
                result.getState().isOptimal() ? SolverState.OPTIMAL : SolverState.FEASIBLE;
        return Optional.of(new FlowSolution(state, rates, trucks));
    }

    private void limit(PlannerSettings settings) {
        if (settings.maxNodes() > 0) {
            // The solver counts nodes, and the simplex steps of each node, against this limit.
            model.options.iterations_abort = settings.maxNodes();
            model.options.iterations_suffice = settings.maxNodes();
            model.options.time_abort = Long.MAX_VALUE;
            model.options.time_suffice = Long.MAX_VALUE;
        } else {
            model.options.time_abort = settings.timeAbortMs();
            model.options.time_suffice = settings.timeAbortMs() / 2;
        }
    }

    /**
     * The least cost when trucks in service and the use of loading units need not be whole numbers,
     * L/h. Call it instead of {@link #solve}, on an instance of its own.
     *
     * @return empty when the solver finds no optimum
     */
    OptionalDouble relaxedCost() {
        inService.values().forEach(trucks -> trucks.integer(false));
        unitOn.values().forEach(on -> on.integer(false));
        Optimisation.Result result = model.minimise();
        return result.getState().isOptimal()
                ? OptionalDouble.of(result.getValue())
                : OptionalDouble.empty();
    }

    private void declareVariables() {
        for (Leg leg : problem.legs()) {
            trips.put(leg, model.newVariable(leg.name()).lower(0).weight(leg.litresOverIdle()));
        }
        problem.availableTrucks()
                .forEach(
                        (name, count) ->
                                inService.put(
                                        name,
                                        model.newVariable("in service " + name)
                                                .integer()
                                                .lower(0)
                                                .upper(count)
                                                .weight(
                                                        problem.site()
                                                                .truckClass(name)
                                                                .idleLph())));
        for (LoadingUnit unit : problem.units()) {
            unitOn.put(unit, model.newVariable("on " + unit.id()).binary());
        }
    }

    private void balance(TruckClass truckClass) {
        for (LoadingUnit unit : problem.units()) {
            Expression balance = model.newExpression(truckClass.name() + " at " + unit.id());
            balance.level(0);
            sum(
                    balance,
                    leg -> leg.truckClass().equals(truckClass) && leg.unit().equals(unit),
                    leg -> leg.loaded() ? 1 : -1);
        }
        for (DumpPoint dump : problem.dumps()) {
            Expression balance =
                    model.newExpression(truckClass.name() + " at " + dump.locationId());
            balance.level(0);
            sum(
                    balance,
                    leg -> leg.truckClass().equals(truckClass) && leg.dump().equals(dump),
                    leg -> leg.loaded() ? 1 : -1);
        }
    }

    private void boundTruckHours(TruckClass truckClass) {
        Expression hours = model.newExpression("hours of " + truckClass.name()).upper(0);
        sum(hours, leg -> leg.truckClass().equals(truckClass), Leg::truckHours);
        hours.set(inService.get(truckClass.name()), -problem.settings().utilisation());
    }

    private void boundUnit(LoadingUnit unit) {
        Variable on = unitOn.get(unit);
        Expression most = model.newExpression("most of " + unit.id()).upper(0);
        sum(most, leg -> leg.unit().equals(unit), Leg::tonnes);
        most.set(on, -unit.maxTph());
        Expression least = model.newExpression("least of " + unit.id()).lower(0);
        sum(least, leg -> leg.unit().equals(unit), Leg::tonnes);
        least.set(on, -unit.maxTph() * problem.settings().minUnitShare());
        Expression busy = model.newExpression("busy time of " + unit.id()).upper(0);
        sum(
                busy,
                leg -> leg.loaded() && leg.unit().equals(unit),
                leg -> problem.busyShare(unit, leg.truckClass()));
        busy.set(on, -1);
    }

    private void boundDump(DumpPoint dump) {
        Expression most = model.newExpression("most at " + dump.locationId()).upper(dump.maxTph());
        sum(most, leg -> leg.dump().equals(dump), Leg::tonnes);
        Expression visits =
                model.newExpression("visits to " + dump.locationId())
                        .upper(problem.maxDumpsPerHour(dump));
        sum(visits, leg -> leg.loaded() && leg.dump().equals(dump), leg -> 1);
        if (dump.minTph() > 0) {
            Expression least =
                    model.newExpression("least at " + dump.locationId()).lower(dump.minTph());
            sum(least, leg -> leg.dump().equals(dump), Leg::tonnes);
            least.set(slack("under " + dump.locationId(), problem.settings().dumpMinimumLpt()), 1);
        }
    }

    private void wantTonnes(Material material, double targetTph) {
        if (targetTph > 0) {
            Expression want = model.newExpression("want " + material).lower(targetTph);
            sum(want, leg -> leg.unit().material() == material, Leg::tonnes);
            want.set(slack("short of " + material, problem.settings().shortfallLpt()), 1);
        }
    }

    private Variable slack(String name, double litresPerTonne) {
        return model.newVariable(name).lower(0).weight(litresPerTonne);
    }

    private void sum(Expression expression, Predicate<Leg> which, ToDoubleFunction<Leg> factor) {
        trips.forEach(
                (leg, trip) -> {
                    double value = which.test(leg) ? factor.applyAsDouble(leg) : 0;
                    if (value != 0) {
                        expression.set(trip, value);
                    }
                });
    }
}
