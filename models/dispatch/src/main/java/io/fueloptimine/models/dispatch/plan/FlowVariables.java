package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.mine.site.LoadingUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The variables of a plan: trips per hour on each leg, trucks in service per group, and shortfalls;
 * and sums of trips in rows. Use an instance on one thread.
 */
final class FlowVariables {

    /** No lower bound of a row. */
    static final double NONE = Double.NEGATIVE_INFINITY;

    /** No upper bound of a row. */
    static final double ANY = Double.POSITIVE_INFINITY;

    private final FlowProblem problem;
    private final LinearModel model = new LinearModel();
    private final ShortfallLevels levels = new ShortfallLevels();
    private final Map<TruckGroup, Integer> inService = new LinkedHashMap<>();

    /**
     * The numbers of the legs of each group, loading unit and dump; a leg's variable has its
     * number.
     */
    private final Map<Object, List<Integer>> legsOf = new IdentityHashMap<>();

    FlowVariables(FlowProblem problem) {
        this.problem = problem;
        for (Leg leg : problem.legs()) {
            double most =
                    leg.group().trucks().size()
                            * problem.utilisation()
                            / Math.max(1e-3, leg.truckHours());
            int variable = model.variable(leg.name(), 0, most, leg.litresOverIdle());
            for (Object of : List.of(leg.group(), leg.unit(), leg.dump())) {
                legsOf.computeIfAbsent(of, unused -> new ArrayList<>()).add(variable);
            }
        }
        for (TruckGroup group : problem.groups()) {
            inService.put(
                    group,
                    model.integer(
                            "in service " + group.name(),
                            0,
                            group.trucks().size(),
                            group.idleLph()));
        }
    }

    LinearModel model() {
        return model;
    }

    /** The number of the variable of each group's trucks in service. */
    Map<TruckGroup, Integer> inService() {
        return inService;
    }

    LinearModel.Row row(String name, double lower, double upper) {
        return model.row(name, lower, upper);
    }

    /**
     * Lets a row be missed by a variable that is minimised.
     *
     * @param level when it is minimised, see {@link ShortfallLevels}
     * @param most the largest possible shortfall
     */
    void shortfall(LinearModel.Row row, String name, double most, String level) {
        int missing = model.variable(name, 0, most, 0);
        row.add(missing, 1);
        levels.add(level, missing, most);
    }

    /** Adds the shortfalls to the model as objectives, after all rows. */
    void minimiseShortfalls() {
        levels.addTo(model, problem.settings().worstShortfallFactor());
    }

    /** Adds the tonnes of some loading units to a row. */
    void tonnes(LinearModel.Row row, Predicate<LoadingUnit> which) {
        for (LoadingUnit unit : problem.units()) {
            if (which.test(unit)) {
                sum(row, unit, Leg::loaded, Leg::tonnes);
            }
        }
    }

    /** Adds the legs of a group, loading unit or dump to a row. */
    void sum(LinearModel.Row row, Object of, Predicate<Leg> which, ToDoubleFunction<Leg> factor) {
        for (int number : legsOf.getOrDefault(of, List.of())) {
            Leg leg = problem.legs().get(number);
            if (which.test(leg)) {
                row.add(number, factor.applyAsDouble(leg));
            }
        }
    }
}
