package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.dispatch.solver.PlanSolver;
import io.fueloptimine.models.dispatch.solver.Solution;
import io.fueloptimine.models.dispatch.solver.SolveLimit;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.PlannedTruck;
import io.fueloptimine.models.mine.dispatch.SolverState;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Stage one of dispatch: plans trips and trucks in service for the whole fleet, first with the
 * least shortfall against the targets in order of priority, then with the fewest litres.
 *
 * <p>A plan is always returned, whatever the targets and the state of the mine. {@link
 * DispatchPlan#unmet()} lists targets that are not met, with the cause, and targets that make no
 * sense. When no solver finds a solution, or the solve is cancelled before the first one, the fixed
 * truck-shovel pairs are the plan. Solving blocks for up to the configured time limit, so call it
 * on a separate thread. Thread-safe.
 */
public final class FleetPlanner {

    private final MineSite site;
    private final PlannerSettings settings;
    private final HaulModel hauls;
    private final OpenWork work;
    private final PlanSolver solver;

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
        this.solver = settings.solver().create();
    }

    /** The best plan that the solver finds within its time limit. */
    public DispatchPlan plan(FleetSituation situation, PlanTrigger trigger) {
        return plan(situation, trigger, () -> false);
    }

    /**
     * The best plan that the solver finds within its time limit.
     *
     * @param cancelled asked several times per millisecond of solving; when it is true, the best
     *     plan found so far is returned at once
     */
    public DispatchPlan plan(
            FleetSituation situation, PlanTrigger trigger, BooleanSupplier cancelled) {
        long startedNanos = System.nanoTime();
        FlowProblem problem = problem(situation);
        FixedPairs pairs = new FixedPairs(problem);
        FlowModel flows = new FlowModel(problem);
        Solution solved = solver.solve(flows.linearModel(), limit(cancelled));
        if (!solved.found()) {
            return report(problem, trigger, pairs.movingTargets(), pairs, null, startedNanos);
        }
        SolverState state =
                solved.status() == Solution.Status.OPTIMAL
                        ? SolverState.OPTIMAL
                        : SolverState.FEASIBLE;
        FlowSolution chosen = flows.solution(state, solved.values());
        FlowSolution best =
                situation.neededTruckIds() == null
                        ? chosen
                        : chosen.withInService(situation.neededTruckIds());
        // The trucks kept in service idle under any flows, so their litres move the bound, too.
        double keptLph = best.litresPerHour() - chosen.litresPerHour();
        Double bound = Double.isFinite(solved.bound()) ? solved.bound() + keptLph : null;
        return report(problem, trigger, best, pairs, bound, startedNanos);
    }

    /** The plan of the fixed pairs, computed without the solver. Fast. */
    public DispatchPlan planFixedPairs(FleetSituation situation, PlanTrigger trigger) {
        long startedNanos = System.nanoTime();
        FlowProblem problem = problem(situation);
        FixedPairs pairs = new FixedPairs(problem);
        return report(problem, trigger, pairs.movingTargets(), pairs, null, startedNanos);
    }

    /** The model that a plan of a situation solves, for writing it to a file. */
    public LinearModel model(FleetSituation situation) {
        return new FlowModel(problem(situation)).linearModel();
    }

    private SolveLimit limit(BooleanSupplier cancelled) {
        boolean byNodes = settings.maxNodes() > 0;
        return new SolveLimit(
                settings.maxNodes(),
                byNodes ? 0 : settings.timeAbortMs(),
                settings.gap(),
                cancelled);
    }

    private FlowProblem problem(FleetSituation situation) {
        return new FlowProblem(site, situation, settings, hauls, work);
    }

    private static DispatchPlan report(
            FlowProblem problem,
            PlanTrigger trigger,
            FlowSolution solution,
            FixedPairs pairs,
            Double boundLph,
            long startedNanos) {
        FleetSituation situation = problem.situation();
        PlanAssembler figures = new PlanAssembler(problem, solution);
        List<String> unmet = new UnmetTargets(problem, solution).lines();
        List<PlannedTruck> trucks = new TruckSelection(problem, solution).trucks();
        double plannedLph = solution.litresPerHour();
        long solveMillis = (System.nanoTime() - startedNanos) / 1_000_000;
        return new DispatchPlan(
                planId(situation, trigger),
                situation.site(),
                situation.at(),
                situation.at().plusSeconds(problem.settings().validityS()),
                trigger.cause(),
                solution.foundBy(),
                problem.targets().wantTph(Material.ORE) + problem.targets().wantTph(Material.WASTE),
                solution.tph(Material.ORE) + solution.tph(Material.WASTE),
                plannedLph,
                pairs.litresPerHourFor(solution),
                figures.matchFactor(),
                solution.inServiceByClass(),
                figures.trucksParked(),
                figures.flows(),
                unmet,
                solveMillis,
                problem.prices(),
                // Sums of doubles differ by rounding.
                boundLph == null ? null : Math.min(boundLph, plannedLph),
                trucks);
    }

    private static String planId(FleetSituation situation, PlanTrigger trigger) {
        return situation.site() + "/" + trigger.cause() + "/" + situation.at().toEpochMilli();
    }
}
