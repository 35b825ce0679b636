package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.dispatch.plan.Targets.Goal;
import io.fueloptimine.models.mine.site.Material;
import java.util.Locale;
import java.util.Optional;

/**
 * The mean ore grade and the stripping ratio of a shift: of what was moved, and of what a plan
 * moves until the end of the shift.
 */
final class ShiftRatios {

    private final FlowProblem problem;
    private final FlowSolution solution;

    ShiftRatios(FlowProblem problem, FlowSolution solution) {
        this.problem = problem;
        this.solution = solution;
    }

    /** That the mean grade leaves its range, in words; empty when it does not. */
    Optional<String> ofGrade() {
        WorkLeft work = problem.work();
        double tonnes = gradedTonnes();
        if (tonnes <= 0 || work.faces().stream().noneMatch(face -> face.gradePct() > 0)) {
            return Optional.empty();
        }
        double mean = meanGrade();
        boolean inside =
                mean >= work.minOreGradePct() - 1e-4 && mean <= work.maxOreGradePct() + 1e-4;
        return inside
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "grade: %.3f %% instead of %.2f to %.2f %%: the faces that can be"
                                        + " worked do not give it",
                                mean,
                                work.minOreGradePct(),
                                work.maxOreGradePct()));
    }

    /**
     * That too little waste is moved for the ore, in words; empty when enough is moved.
     *
     * @param cause what limits the waste
     */
    Optional<String> ofStripping(String cause) {
        WorkLeft work = problem.work();
        double ore = total(Material.ORE);
        double waste = total(Material.WASTE);
        return work.minStrippingRatio() > 0 && waste < ore * work.minStrippingRatio() - 1
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "stripping ratio: %.2f instead of at least %.2f: %s",
                                waste / ore,
                                work.minStrippingRatio(),
                                cause))
                : Optional.empty();
    }

    /** Whether more ore of a face would take the mean grade out of its range. */
    boolean isGradeAtLimit(Goal goal) {
        WorkLeft work = problem.work();
        if (gradedTonnes() <= 0) {
            return false;
        }
        double mean = meanGrade();
        double grade = goal.work().gradePct();
        return grade < work.minOreGradePct() && mean <= work.minOreGradePct() + 1e-4
                || grade > work.maxOreGradePct() && mean >= work.maxOreGradePct() - 1e-4;
    }

    private double total(Material material) {
        return problem.work().movedTonnes(material)
                + solution.tph(material) * problem.work().hoursLeft();
    }

    private double gradedTonnes() {
        return total(Material.ORE);
    }

    /** Mean grade of the ore of the shift: what was moved, and what the plan moves. */
    private double meanGrade() {
        double metal = 0;
        for (WorkLeft.FaceWork face : problem.work().faces()) {
            if (face.material() == Material.ORE) {
                double tonnes =
                        face.movedTonnes()
                                + solution.tphFrom(face.faceId()) * problem.work().hoursLeft();
                metal += face.gradePct() * tonnes;
            }
        }
        return metal / gradedTonnes();
    }
}
