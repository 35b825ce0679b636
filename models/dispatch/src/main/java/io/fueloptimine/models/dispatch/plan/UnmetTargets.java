package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.plan.Targets.DumpGoal;
import io.fueloptimine.models.dispatch.plan.Targets.Goal;
import io.fueloptimine.models.dispatch.plan.Targets.MaterialGoal;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says which targets a plan does not meet, with planned and wanted tonnes and the cause. */
final class UnmetTargets {

    /** A shortfall below this value is only rounding of the solver, t/h. */
    private static final double ROUNDING_TPH = 0.5;

    private static final double ROUNDING_FACTOR = 1e-3;

    private final FlowProblem problem;
    private final FlowSolution solution;
    private final ShortfallCauses causes;

    UnmetTargets(FlowProblem problem, FlowSolution solution) {
        this.problem = problem;
        this.solution = solution;
        this.causes = new ShortfallCauses(problem, solution);
    }

    /** One sentence per refused or unmet target; empty when all are met. */
    List<String> lines() {
        Targets targets = problem.targets();
        List<String> lines = new ArrayList<>(targets.refused());
        for (Goal goal : targets.faces()) {
            double planned = solution.tphFrom(goal.faceId());
            if (isShort(goal.wantTph(), planned)) {
                String what =
                        String.format(
                                Locale.ROOT,
                                "%s (%s, priority %d)",
                                goal.faceId(),
                                word(goal.material()),
                                goal.priority());
                lines.add(line(what, goal.wantTph(), planned, causes.ofFace(goal)));
            }
        }
        for (MaterialGoal goal : targets.materials()) {
            double planned = solution.tph(goal.material());
            if (isShort(goal.wantTph(), planned)) {
                lines.add(
                        line(
                                word(goal.material()),
                                goal.wantTph(),
                                planned,
                                causes.ofMaterial(goal.material())));
            }
        }
        addDumps(lines);
        addMatchFactors(lines);
        ShiftRatios ratios = new ShiftRatios(problem, solution);
        ratios.ofGrade().ifPresent(lines::add);
        ratios.ofStripping(causes.ofTrucks()).ifPresent(lines::add);
        return List.copyOf(lines);
    }

    private void addDumps(List<String> lines) {
        for (DumpPoint dump : problem.dumps()) {
            double planned = solution.tph(dump);
            if (isShort(dump.minTph(), planned)) {
                String what = "minimum at " + dump.locationId();
                lines.add(
                        line(what, dump.minTph(), planned, causes.ofDump(dump.locationId(), null)));
            }
        }
        for (DumpGoal goal : problem.targets().dumps()) {
            double planned =
                    solution.tph(
                            leg ->
                                    leg.dump().locationId().equals(goal.dumpId())
                                            && goal.counts(leg.unit().material()));
            if (isShort(goal.wantTph(), planned)) {
                String of = goal.material() == null ? "" : " (" + word(goal.material()) + ")";
                lines.add(
                        line(
                                goal.dumpId() + of,
                                goal.wantTph(),
                                planned,
                                causes.ofDump(goal.dumpId(), goal.material())));
            }
        }
    }

    private void addMatchFactors(List<String> lines) {
        double least = problem.settings().minMatchFactor();
        for (Goal goal : problem.targets().faces()) {
            double planned = solution.matchFactor(problem, goal.faceId());
            boolean used = goal.wantTph() > 0 && problem.unitsAt(goal.faceId()) > 0;
            if (used && planned < least - ROUNDING_FACTOR) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "match factor at %s: %.2f instead of at least %.2f: %s",
                                goal.faceId(),
                                planned,
                                least,
                                causes.ofFace(goal)));
            }
        }
    }

    private static boolean isShort(double wanted, double planned) {
        return planned < wanted - ROUNDING_TPH;
    }

    private static String word(Material material) {
        return material.name().toLowerCase(Locale.ROOT);
    }

    private static String line(String what, double wanted, double planned, String cause) {
        return String.format(
                Locale.ROOT,
                "%s: %.0f of %.0f t/h, short by %.0f t/h: %s",
                what,
                planned,
                wanted,
                wanted - planned,
                cause);
    }
}
