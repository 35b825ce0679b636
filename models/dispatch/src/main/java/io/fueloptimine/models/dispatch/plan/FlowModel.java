package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.dispatch.plan.Targets.DumpGoal;
import io.fueloptimine.models.dispatch.plan.Targets.Goal;
import io.fueloptimine.models.dispatch.plan.Targets.MaterialGoal;
import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.SolverState;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The plan as a linear model. Trips per hour on every leg are continuous; the integers are the
 * trucks in service per group and the use of each loading unit that may stop. A model with an
 * integer per truck and route does not finish in time.
 *
 * <p>Every target has a shortfall as a variable, so that a model always has a solution. The
 * shortfalls are minimised in this order: grade and stripping ratio, loading units that must not
 * stop, faces by priority with ore before waste, minimums of dumps, tonnes of dumps; then litres.
 * Use an instance on one thread.
 */
final class FlowModel {

    /** Rates below this are rounding of the solver, trips per hour. */
    private static final double NOISE = 1e-7;

    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final double ANY = Double.POSITIVE_INFINITY;

    private final FlowProblem problem;
    private final LinearModel model = new LinearModel();
    private final Map<TruckGroup, Integer> inService = new LinkedHashMap<>();

    /**
     * The numbers of the legs of each group, loading unit and dump; a leg's variable has its
     * number.
     */
    private final Map<Object, List<Integer>> legsOf = new IdentityHashMap<>();

    private final ShortfallLevels levels = new ShortfallLevels();

    FlowModel(FlowProblem problem) {
        this.problem = problem;
        declareVariables();
        problem.groups().forEach(this::balance);
        problem.groups().forEach(this::boundTruckHours);
        boundRefuelling();
        problem.units().forEach(this::boundUnit);
        problem.dumps().forEach(this::boundDump);
        problem.targets().faces().forEach(this::wantFace);
        problem.targets().materials().forEach(this::wantMaterial);
        problem.targets().dumps().forEach(this::wantDump);
        boundGrade();
        boundStripping();
        levels.addTo(model, problem.settings().worstShortfallFactor());
    }

    LinearModel linearModel() {
        return model;
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
        inService.forEach((group, v) -> trucks.put(group, (int) Math.round(values[v])));
        return new FlowSolution(foundBy, rates, trucks);
    }

    private void declareVariables() {
        double utilisation = problem.settings().utilisation();
        for (Leg leg : problem.legs()) {
            double most =
                    leg.group().trucks().size() * utilisation / Math.max(1e-3, leg.truckHours());
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

    private void balance(TruckGroup group) {
        for (LoadingUnit unit : problem.units()) {
            sum(
                    model.row(group.name() + " at " + unit.id(), 0, 0),
                    unit,
                    leg -> leg.group() == group,
                    leg -> leg.loaded() ? 1 : -1);
        }
        for (DumpPoint dump : problem.dumps()) {
            sum(
                    model.row(group.name() + " at " + dump.locationId(), 0, 0),
                    dump,
                    leg -> leg.group() == group,
                    leg -> leg.loaded() ? 1 : -1);
        }
    }

    private void boundTruckHours(TruckGroup group) {
        LinearModel.Row hours = model.row("hours of " + group.name(), NONE, 0);
        sum(hours, group, leg -> true, Leg::truckHours);
        hours.add(inService.get(group), -problem.settings().utilisation());
    }

    private void boundRefuelling() {
        double places = problem.fuelBayPlaces();
        if (!Double.isInfinite(places)) {
            LinearModel.Row row = model.row("places at fuel bays", NONE, places);
            problem.groups().forEach(g -> sum(row, g, leg -> true, Leg::refuelHours));
        }
    }

    private void boundUnit(LoadingUnit unit) {
        Goal goal = problem.targets().face(unit.faceId()).orElseThrow();
        long units = problem.units().stream().filter(u -> u.faceId().equals(unit.faceId())).count();
        double leastTph =
                Math.min(
                        unit.maxTph() * problem.settings().minUnitShare(),
                        Math.min(goal.wantTph(), goal.maxTph()) / units);
        boolean mayStop = goal.work().mayStop() && leastTph > 0 && units > 1;
        LinearModel.Row most = model.row("most of " + unit.id(), NONE, mayStop ? 0 : unit.maxTph());
        sum(most, unit, Leg::loaded, Leg::tonnes);
        LinearModel.Row busy = model.row("busy time of " + unit.id(), NONE, mayStop ? 0 : 1);
        sum(busy, unit, Leg::loaded, leg -> problem.busyShare(unit, leg.truckClass()));
        if (mayStop) {
            int on = model.integer("on " + unit.id(), 0, 1, 0);
            most.add(on, -unit.maxTph());
            busy.add(on, -1);
            LinearModel.Row least = model.row("least of " + unit.id(), 0, ANY);
            sum(least, unit, Leg::loaded, Leg::tonnes);
            least.add(on, -leastTph);
        } else if (!goal.work().mayStop() && leastTph > 0) {
            LinearModel.Row least = model.row("least of " + unit.id(), leastTph, ANY);
            sum(least, unit, Leg::loaded, Leg::tonnes);
            int under = shortfall("under " + unit.id(), leastTph);
            least.add(under, 1);
            levels.add(ShortfallLevels.UNITS, under, leastTph);
        }
    }

    private void boundDump(DumpPoint dump) {
        sum(
                model.row("most at " + dump.locationId(), NONE, dump.maxTph()),
                dump,
                Leg::loaded,
                Leg::tonnes);
        double mostVisits = problem.maxDumpsPerHour(dump);
        if (!Double.isInfinite(mostVisits)) {
            LinearModel.Row visits = model.row("visits to " + dump.locationId(), NONE, mostVisits);
            sum(visits, dump, Leg::loaded, leg -> 1);
        }
        if (dump.minTph() > 0) {
            LinearModel.Row least = model.row("least at " + dump.locationId(), dump.minTph(), ANY);
            sum(least, dump, Leg::loaded, Leg::tonnes);
            int under = shortfall("under " + dump.locationId(), dump.minTph());
            least.add(under, 1);
            levels.add(ShortfallLevels.DUMP_MINIMUMS, under, dump.minTph());
        }
    }

    private void wantFace(Goal goal) {
        Predicate<LoadingUnit> from = unit -> unit.faceId().equals(goal.faceId());
        if (goal.maxTph() > 0 && !Double.isInfinite(goal.maxTph())) {
            tonnes(model.row("most from " + goal.faceId(), NONE, goal.maxTph()), from);
        }
        if (goal.wantTph() > 0) {
            LinearModel.Row want = model.row("want " + goal.faceId(), goal.wantTph(), ANY);
            tonnes(want, from);
            int missing = shortfall("short at " + goal.faceId(), goal.wantTph());
            want.add(missing, 1);
            levels.add(
                    ShortfallLevels.face(goal.priority(), goal.material()),
                    missing,
                    goal.wantTph());
        }
    }

    private void wantMaterial(MaterialGoal goal) {
        Predicate<LoadingUnit> of = unit -> unit.material() == goal.material();
        if (!Double.isInfinite(goal.maxTph())) {
            tonnes(model.row("most of " + goal.material(), NONE, goal.maxTph()), of);
        }
        if (goal.wantTph() > 0) {
            LinearModel.Row want = model.row("want " + goal.material(), goal.wantTph(), ANY);
            tonnes(want, of);
            int missing = shortfall("short of " + goal.material(), goal.wantTph());
            want.add(missing, 1);
            levels.add(
                    ShortfallLevels.face(goal.priority(), goal.material()),
                    missing,
                    goal.wantTph());
        }
    }

    private void wantDump(DumpGoal goal) {
        String name = goal.dumpId() + (goal.material() == null ? "" : " " + goal.material());
        Predicate<Leg> to = leg -> leg.loaded() && goal.counts(leg.unit().material());
        DumpPoint dump =
                problem.dumps().stream()
                        .filter(each -> each.locationId().equals(goal.dumpId()))
                        .findFirst()
                        .orElse(null);
        if (goal.maxTph() > 0 && !Double.isInfinite(goal.maxTph())) {
            sum(model.row("most to " + name, NONE, goal.maxTph()), dump, to, Leg::tonnes);
        }
        if (goal.wantTph() > 0) {
            LinearModel.Row want = model.row("want to " + name, goal.wantTph(), ANY);
            sum(want, dump, to, Leg::tonnes);
            int missing = shortfall("short to " + name, goal.wantTph());
            want.add(missing, 1);
            levels.add(ShortfallLevels.DUMP_TONNES, missing, goal.wantTph());
        }
    }

    /** Keeps the mean grade of the shift within its range, with what was moved before. */
    private void boundGrade() {
        WorkLeft work = problem.work();
        boolean graded = work.faces().stream().anyMatch(face -> face.gradePct() > 0);
        if (graded && work.minOreGradePct() > 0) {
            grade("grade above the minimum", work.minOreGradePct(), 1);
        }
        if (graded && work.maxOreGradePct() < 100) {
            grade("grade below the maximum", work.maxOreGradePct(), -1);
        }
    }

    private void grade(String name, double limitPct, int sign) {
        WorkLeft work = problem.work();
        Map<String, Double> excess = new TreeMap<>();
        double moved = 0;
        double largest = 0;
        for (WorkLeft.FaceWork face : work.faces()) {
            if (face.material() == Material.ORE) {
                double pct = sign * (face.gradePct() - limitPct);
                excess.put(face.faceId(), pct);
                moved += pct * face.movedTonnes() / work.hoursLeft();
                largest = Math.max(largest, Math.abs(pct));
            }
        }
        LinearModel.Row row = model.row(name, -moved, ANY);
        for (LoadingUnit unit : problem.units()) {
            Double pct = excess.get(unit.faceId());
            if (pct != null) {
                sum(row, unit, Leg::loaded, leg -> leg.tonnes() * pct);
            }
        }
        double most =
                Math.abs(moved)
                        + largest * problem.units().stream().mapToDouble(LoadingUnit::maxTph).sum();
        int outside = shortfall("outside: " + name, most + 1);
        row.add(outside, 1);
        levels.add(ShortfallLevels.GRADE, outside, most + 1);
    }

    /** Keeps the tonnes of waste per tonne of ore of the shift, with what was moved before. */
    private void boundStripping() {
        WorkLeft work = problem.work();
        double ratio = work.minStrippingRatio();
        if (!(ratio > 0)) {
            return;
        }
        double moved =
                (work.movedTonnes(Material.WASTE) - ratio * work.movedTonnes(Material.ORE))
                        / work.hoursLeft();
        LinearModel.Row row = model.row("stripping ratio", -moved, ANY);
        for (LoadingUnit unit : problem.units()) {
            double sign = unit.material() == Material.WASTE ? 1 : -ratio;
            sum(row, unit, Leg::loaded, leg -> leg.tonnes() * sign);
        }
        double most =
                Math.abs(moved)
                        + (1 + ratio)
                                * problem.units().stream().mapToDouble(LoadingUnit::maxTph).sum();
        int outside = shortfall("outside: stripping ratio", most + 1);
        row.add(outside, 1);
        levels.add(ShortfallLevels.GRADE, outside, most + 1);
    }

    private int shortfall(String name, double most) {
        return model.variable(name, 0, most, 0);
    }

    private void tonnes(LinearModel.Row row, Predicate<LoadingUnit> which) {
        for (LoadingUnit unit : problem.units()) {
            if (which.test(unit)) {
                sum(row, unit, Leg::loaded, Leg::tonnes);
            }
        }
    }

    /** Adds the legs of a group, loading unit or dump to a row. */
    private void sum(
            LinearModel.Row row, Object of, Predicate<Leg> which, ToDoubleFunction<Leg> factor) {
        for (int number : legsOf.getOrDefault(of, List.of())) {
            Leg leg = problem.legs().get(number);
            if (which.test(leg)) {
                row.add(number, factor.applyAsDouble(leg));
            }
        }
    }
}
