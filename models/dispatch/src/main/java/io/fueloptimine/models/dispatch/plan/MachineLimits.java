package io.fueloptimine.models.dispatch.plan;

import static io.fueloptimine.models.dispatch.plan.FlowVariables.ANY;
import static io.fueloptimine.models.dispatch.plan.FlowVariables.NONE;

import io.fueloptimine.models.dispatch.plan.Targets.Goal;
import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;

/**
 * What trucks, fuel bays, loading units and dumps can do, as rows of a model. Trucks arrive where
 * they leave. Use an instance on one thread.
 */
final class MachineLimits {

    private final FlowProblem problem;
    private final FlowVariables variables;

    MachineLimits(FlowProblem problem, FlowVariables variables) {
        this.problem = problem;
        this.variables = variables;
    }

    void addRows() {
        problem.groups().forEach(this::balance);
        problem.groups().forEach(this::boundTruckHours);
        boundRefuelling();
        problem.units().forEach(this::boundUnit);
        problem.dumps().forEach(this::boundDump);
    }

    private void balance(TruckGroup group) {
        for (LoadingUnit unit : problem.units()) {
            balanceAt(group, unit, unit.id());
        }
        for (DumpPoint dump : problem.dumps()) {
            balanceAt(group, dump, dump.locationId());
        }
    }

    private void balanceAt(TruckGroup group, Object place, String name) {
        variables.sum(
                variables.row(group.name() + " at " + name, 0, 0),
                place,
                leg -> leg.group() == group,
                leg -> leg.loaded() ? 1 : -1);
    }

    private void boundTruckHours(TruckGroup group) {
        LinearModel.Row hours = variables.row("hours of " + group.name(), NONE, 0);
        variables.sum(hours, group, leg -> true, Leg::truckHours);
        hours.add(variables.inService().get(group), -problem.utilisation());
    }

    private void boundRefuelling() {
        double places = problem.fuelBayPlaces();
        if (!Double.isInfinite(places)) {
            LinearModel.Row row = variables.row("places at fuel bays", NONE, places);
            problem.groups().forEach(g -> variables.sum(row, g, leg -> true, Leg::refuelHours));
        }
    }

    private void boundUnit(LoadingUnit unit) {
        Goal goal = problem.targets().face(unit.faceId()).orElseThrow();
        long units = problem.unitsAt(unit.faceId());
        double leastTph =
                Math.min(
                        unit.maxTph() * problem.settings().minUnitShare(),
                        Math.min(goal.wantTph(), goal.maxTph()) / units);
        boolean mayStop = goal.work().mayStop() && leastTph > 0 && units > 1;
        LinearModel.Row most =
                variables.row("most of " + unit.id(), NONE, mayStop ? 0 : unit.maxTph());
        variables.sum(most, unit, Leg::loaded, Leg::tonnes);
        LinearModel.Row busy = variables.row("busy time of " + unit.id(), NONE, mayStop ? 0 : 1);
        variables.sum(busy, unit, Leg::loaded, leg -> problem.busyShare(unit, leg.truckClass()));
        if (mayStop) {
            int on = variables.model().integer("on " + unit.id(), 0, 1, 0);
            most.add(on, -unit.maxTph());
            busy.add(on, -1);
            LinearModel.Row least = variables.row("least of " + unit.id(), 0, ANY);
            variables.sum(least, unit, Leg::loaded, Leg::tonnes);
            least.add(on, -leastTph);
        } else if (!goal.work().mayStop() && leastTph > 0) {
            LinearModel.Row least = variables.row("least of " + unit.id(), leastTph, ANY);
            variables.sum(least, unit, Leg::loaded, Leg::tonnes);
            variables.shortfall(least, "under " + unit.id(), leastTph, ShortfallLevels.UNITS);
        }
    }

    private void boundDump(DumpPoint dump) {
        variables.sum(
                variables.row("most at " + dump.locationId(), NONE, dump.maxTph()),
                dump,
                Leg::loaded,
                Leg::tonnes);
        double mostVisits = problem.maxDumpsPerHour(dump);
        if (!Double.isInfinite(mostVisits)) {
            LinearModel.Row visits =
                    variables.row("visits to " + dump.locationId(), NONE, mostVisits);
            variables.sum(visits, dump, Leg::loaded, leg -> 1);
        }
        if (dump.minTph() > 0) {
            LinearModel.Row least =
                    variables.row("least at " + dump.locationId(), dump.minTph(), ANY);
            variables.sum(least, dump, Leg::loaded, Leg::tonnes);
            variables.shortfall(
                    least,
                    "under " + dump.locationId(),
                    dump.minTph(),
                    ShortfallLevels.DUMP_MINIMUMS);
        }
    }
}
