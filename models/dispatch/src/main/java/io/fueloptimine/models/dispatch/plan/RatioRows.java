package io.fueloptimine.models.dispatch.plan;

import static io.fueloptimine.models.dispatch.plan.FlowVariables.ANY;

import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Material;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mean ore grade and the stripping ratio of a shift as rows of a model, with what was moved
 * before. Use an instance on one thread.
 */
final class RatioRows {

    private final FlowProblem problem;
    private final FlowVariables variables;

    RatioRows(FlowProblem problem, FlowVariables variables) {
        this.problem = problem;
        this.variables = variables;
    }

    void addRows() {
        WorkLeft work = problem.work();
        boolean graded = work.faces().stream().anyMatch(face -> face.gradePct() > 0);
        if (graded && work.minOreGradePct() > 0) {
            grade("grade above the minimum", work.minOreGradePct(), 1);
        }
        if (graded && work.maxOreGradePct() < 100) {
            grade("grade below the maximum", work.maxOreGradePct(), -1);
        }
        if (work.minStrippingRatio() > 0) {
            stripping(work.minStrippingRatio());
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
        LinearModel.Row row = variables.row(name, -moved, ANY);
        for (LoadingUnit unit : problem.units()) {
            Double pct = excess.get(unit.faceId());
            if (pct != null) {
                variables.sum(row, unit, Leg::loaded, leg -> leg.tonnes() * pct);
            }
        }
        mayBeMissed(row, name, moved, largest);
    }

    private void stripping(double ratio) {
        WorkLeft work = problem.work();
        double moved =
                (work.movedTonnes(Material.WASTE) - ratio * work.movedTonnes(Material.ORE))
                        / work.hoursLeft();
        String name = "stripping ratio";
        LinearModel.Row row = variables.row(name, -moved, ANY);
        for (LoadingUnit unit : problem.units()) {
            double sign = unit.material() == Material.WASTE ? 1 : -ratio;
            variables.sum(row, unit, Leg::loaded, leg -> leg.tonnes() * sign);
        }
        mayBeMissed(row, name, moved, 1 + ratio);
    }

    /**
     * @param largest the largest coefficient of a tonne in the row
     */
    private void mayBeMissed(LinearModel.Row row, String name, double moved, double largest) {
        double most =
                Math.abs(moved)
                        + largest * problem.units().stream().mapToDouble(LoadingUnit::maxTph).sum();
        variables.shortfall(row, "outside: " + name, most + 1, ShortfallLevels.GRADE);
    }
}
