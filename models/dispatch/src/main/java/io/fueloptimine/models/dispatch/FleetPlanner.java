package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.PlanTrigger;
import java.util.Optional;

/**
 * Stage one of dispatch: what the whole fleet should do for the next while, at the fewest litres
 * for the tonnes wanted.
 *
 * <p>It always answers. When the solver finds nothing in its time, or nothing better, the answer is
 * the fixed truck-shovel pairs; what could not be met is said in {@link DispatchPlan#unmet()}.
 * Solving takes up to the settings' bound: keep it off threads that must not wait. Thread-safe.
 */
public final class FleetPlanner {

    private final MineSite site;
    private final PlannerSettings settings;

    public FleetPlanner(MineSite site, PlannerSettings settings) {
        this.site = site;
        this.settings = settings;
    }

    /** The best plan within the solver's time. */
    public DispatchPlan plan(FleetSituation situation, PlanTrigger trigger) {
        long startedNanos = System.nanoTime();
        FlowProblem problem = new FlowProblem(site, situation, settings);
        FixedPairs pairs = new FixedPairs(problem);
        FlowSolution best = cheaper(problem, new FlowModel(problem).solve(), atTarget(pairs));
        return report(problem, situation, trigger, best, pairs, startedNanos);
    }

    /** The fixed pairs as a plan, without the solver: quick, for when it had no time. */
    public DispatchPlan planFixedPairs(FleetSituation situation, PlanTrigger trigger) {
        long startedNanos = System.nanoTime();
        FlowProblem problem = new FlowProblem(site, situation, settings);
        FixedPairs pairs = new FixedPairs(problem);
        return report(problem, situation, trigger, atTarget(pairs), pairs, startedNanos);
    }

    private FlowSolution atTarget(FixedPairs pairs) {
        return pairs.moving(site.target().oreTph(), site.target().wasteTph());
    }

    private static FlowSolution cheaper(
            FlowProblem problem, Optional<FlowSolution> solved, FlowSolution pairs) {
        return solved.filter(solution -> solution.cost(problem) <= pairs.cost(problem))
                .orElse(pairs);
    }

    private static DispatchPlan report(
            FlowProblem problem,
            FleetSituation situation,
            PlanTrigger trigger,
            FlowSolution solution,
            FixedPairs pairs,
            long startedNanos) {
        PlanAssembler figures = new PlanAssembler(problem, solution);
        long solveMillis = (System.nanoTime() - startedNanos) / 1_000_000;
        return new DispatchPlan(
                planId(situation, trigger),
                situation.site(),
                situation.at(),
                situation.at().plusSeconds(problem.settings().validityS()),
                trigger.cause(),
                solution.foundBy(),
                problem.site().target().oreTph() + problem.site().target().wasteTph(),
                solution.tph(Material.ORE) + solution.tph(Material.WASTE),
                solution.litresPerHour(problem),
                pairs.litresPerHourFor(solution),
                figures.matchFactor(),
                solution.inService(),
                figures.trucksParked(),
                figures.flows(),
                figures.unmet(),
                solveMillis);
    }

    private static String planId(FleetSituation situation, PlanTrigger trigger) {
        return situation.site() + "/" + trigger.cause() + "/" + situation.at().toEpochMilli();
    }
}
