package io.fueloptimine.models.dispatch.plan;

import static io.fueloptimine.models.dispatch.plan.FlowVariables.ANY;
import static io.fueloptimine.models.dispatch.plan.FlowVariables.NONE;

import io.fueloptimine.models.dispatch.plan.Targets.DumpGoal;
import io.fueloptimine.models.dispatch.plan.Targets.Goal;
import io.fueloptimine.models.dispatch.plan.Targets.MaterialGoal;
import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import java.util.function.Predicate;

/** The rates that a plan aims at, as rows of a model. Use an instance on one thread. */
final class TargetRows {

    private final FlowProblem problem;
    private final FlowVariables variables;

    TargetRows(FlowProblem problem, FlowVariables variables) {
        this.problem = problem;
        this.variables = variables;
    }

    void addRows() {
        problem.targets().faces().forEach(this::wantFace);
        problem.targets().materials().forEach(this::wantMaterial);
        problem.targets().dumps().forEach(this::wantDump);
        problem.targets().faces().forEach(this::boundMatchFactor);
    }

    private void wantFace(Goal goal) {
        Predicate<LoadingUnit> from = unit -> unit.faceId().equals(goal.faceId());
        if (goal.maxTph() > 0 && !Double.isInfinite(goal.maxTph())) {
            variables.tonnes(
                    variables.row("most from " + goal.faceId(), NONE, goal.maxTph()), from);
        }
        if (goal.wantTph() > 0) {
            LinearModel.Row want = variables.row("want " + goal.faceId(), goal.wantTph(), ANY);
            variables.tonnes(want, from);
            variables.shortfall(
                    want,
                    "short at " + goal.faceId(),
                    goal.wantTph(),
                    ShortfallLevels.face(goal.priority(), goal.material()));
        }
    }

    private void wantMaterial(MaterialGoal goal) {
        Predicate<LoadingUnit> of = unit -> unit.material() == goal.material();
        if (!Double.isInfinite(goal.maxTph())) {
            variables.tonnes(variables.row("most of " + goal.material(), NONE, goal.maxTph()), of);
        }
        if (goal.wantTph() > 0) {
            LinearModel.Row want = variables.row("want " + goal.material(), goal.wantTph(), ANY);
            variables.tonnes(want, of);
            variables.shortfall(
                    want,
                    "short of " + goal.material(),
                    goal.wantTph(),
                    ShortfallLevels.face(goal.priority(), goal.material()));
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
            variables.sum(
                    variables.row("most to " + name, NONE, goal.maxTph()), dump, to, Leg::tonnes);
        }
        if (goal.wantTph() > 0) {
            LinearModel.Row want = variables.row("want to " + name, goal.wantTph(), ANY);
            variables.sum(want, dump, to, Leg::tonnes);
            variables.shortfall(
                    want, "short to " + name, goal.wantTph(), ShortfallLevels.DUMP_TONNES);
        }
    }

    /**
     * Keeps the match factor of a face within its range. In a steady flow, trucks x loading time /
     * cycle time is the loading time in an hour; trucks of which a share works need 1 / share as
     * many.
     */
    private void boundMatchFactor(Goal goal) {
        double perFactor = problem.unitsAt(goal.faceId()) * problem.utilisation();
        double most = problem.settings().maxMatchFactor();
        if (most > 0 && perFactor > 0) {
            loadingHours(
                    goal, variables.row("most trucks at " + goal.faceId(), NONE, most * perFactor));
        }
        double least = problem.settings().minMatchFactor() * perFactor;
        if (least > 0 && goal.wantTph() > 0) {
            LinearModel.Row row = variables.row("least trucks at " + goal.faceId(), least, ANY);
            loadingHours(goal, row);
            variables.shortfall(
                    row, "few trucks at " + goal.faceId(), least, ShortfallLevels.MATCH_FACTORS);
        }
    }

    private void loadingHours(Goal goal, LinearModel.Row row) {
        for (LoadingUnit unit : problem.units()) {
            if (unit.faceId().equals(goal.faceId())) {
                variables.sum(row, unit, Leg::loaded, problem::loadingHours);
            }
        }
    }
}
