package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.PlanTrigger;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Stage one of dispatch: plans trips and trucks in service for the whole fleet, with the least fuel
 * for the target tonnes.
 *
 * <p>A plan is always returned. When the solver finds no plan within its time limit, or no plan
 * better than the fixed truck-shovel pairs, these pairs are the plan. {@link DispatchPlan#unmet()}
 * lists targets that are not met. Solving blocks for up to the configured time limit, so call it on
 * a separate thread. Thread-safe.
 */
public final class FleetPlanner {

    private final MineSite site;
    private final PlannerSettings settings;
    private final HaulModel hauls;
    private final OpenWork work;

    /** Creates a planner that uses the roads of the mine file. */
    public FleetPlanner(MineSite site, PlannerSettings settings) {
        this(site, settings, new RoadHaulModel(site));
    }

    public FleetPlanner(MineSite site, PlannerSettings settings, HaulModel hauls) {
        this(site, settings, hauls, OpenWork.ALL);
    }

    /**
     * @param work the faces and dumps that the plan may use
     */
    public FleetPlanner(MineSite site, PlannerSettings settings, HaulModel hauls, OpenWork work) {
        this.site = site;
        this.settings = settings;
        this.hauls = hauls;
        this.work = work;
    }

    /** The best plan that the solver finds within its time limit. */
    public DispatchPlan plan(FleetSituation situation, PlanTrigger trigger) {
        long startedNanos = System.nanoTime();
        FlowProblem problem = problem(situation);
        FixedPairs pairs = new FixedPairs(problem);
        FlowSolution best = cheaper(problem, new FlowModel(problem).solve(), atTarget(pairs));
        return report(problem, situation, trigger, best, pairs, startedNanos);
    }

    /**
     * A lower bound of the litres per hour of every plan that meets the targets as far as this one
     * does: the optimum of the linear relaxation, less the penalties of the plan.
     *
     * @return empty when the relaxation has no optimum
     */
    public OptionalDouble boundLitresPerHour(FleetSituation situation, DispatchPlan plan) {
        FlowProblem problem = problem(situation);
        return new FlowModel(problem)
                .relaxedCost().stream().map(cost -> cost - problem.penalty(plan)).findFirst();
    }

    /** The plan of the fixed pairs, computed without the solver. Fast; used after a timeout. */
    public DispatchPlan planFixedPairs(FleetSituation situation, PlanTrigger trigger) {
        long startedNanos = System.nanoTime();
        FlowProblem problem = problem(situation);
        FixedPairs pairs = new FixedPairs(problem);
        return report(problem, situation, trigger, atTarget(pairs), pairs, startedNanos);
    }

    private FlowProblem problem(FleetSituation situation) {
        return new FlowProblem(site, situation, settings, hauls, work);
    }

    private FlowSolution atTarget(FixedPairs pairs) {
        return pairs.moving(site.digPlan().tph(Material.ORE), site.digPlan().tph(Material.WASTE));
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
                problem.site().digPlan().tph(Material.ORE)
                        + problem.site().digPlan().tph(Material.WASTE),
                solution.tph(Material.ORE) + solution.tph(Material.WASTE),
                solution.litresPerHour(problem),
                pairs.litresPerHourFor(solution),
                figures.matchFactor(),
                solution.inService(),
                figures.trucksParked(),
                figures.flows(),
                figures.unmet(),
                solveMillis,
                problem.prices());
    }

    private static String planId(FleetSituation situation, PlanTrigger trigger) {
        return situation.site() + "/" + trigger.cause() + "/" + situation.at().toEpochMilli();
    }
}
