package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlannedFleet;
import io.fueloptimine.models.dispatch.price.PriceModels;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.MineSites;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Solves plans one after the other on a separate thread, so that neither readings nor checkpoints
 * wait for the solver. When a plan times out or fails, the plan of the fixed pairs is emitted
 * instead. When that plan fails as well, the error is logged and no plan is emitted; the job
 * continues.
 */
final class SolvePlans extends RichAsyncFunction<PlanRequest, PlannedFleet> {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(SolvePlans.class);

    private final MineSites mines;
    private final DispatchSettings settings;
    private final String registryRoot;
    private final String modelName;
    private transient PricedPlanners planners;
    private transient ExecutorService solver;
    private transient Counter plansSolved;
    private transient Counter plansFallenBack;
    private transient volatile long solveMillis;
    private transient volatile int unmetTargets;

    /**
     * @param registryRoot the folder of the model registry, readable where the job runs
     * @param modelName the name of the model of fuel windows, which prices trips
     */
    SolvePlans(MineSites mines, DispatchSettings settings, Path registryRoot, String modelName) {
        this.mines = mines;
        this.settings = settings;
        this.registryRoot = registryRoot.toString();
        this.modelName = modelName;
    }

    @Override
    public void open(OpenContext context) {
        planners =
                new PricedPlanners(
                        mines,
                        settings.planner(),
                        new PriceModels(Path.of(registryRoot), modelName, mines));
        solver =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread thread = new Thread(task, "plan-solver");
                            thread.setDaemon(true);
                            return thread;
                        });
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        plansSolved = metrics.counter("plansSolved");
        plansFallenBack = metrics.counter("plansFallenBackToFixedPairs");
        metrics.gauge("solveMillis", () -> solveMillis);
        metrics.gauge("unmetTargets", () -> unmetTargets);
        metrics.gauge("priceModelVersion", planners::modelVersion);
    }

    @Override
    public void asyncInvoke(PlanRequest request, ResultFuture<PlannedFleet> answer) {
        solver.execute(() -> answer.complete(solved(request)));
    }

    @Override
    public void timeout(PlanRequest request, ResultFuture<PlannedFleet> answer) {
        LOG.warn("Planning timed out for {}, using fixed pairs", request.trigger());
        answer.complete(fixedPairs(request));
    }

    @Override
    public void close() {
        if (solver != null) {
            solver.shutdownNow();
        }
        if (planners != null) {
            planners.close();
        }
    }

    private List<PlannedFleet> solved(PlanRequest request) {
        try {
            return List.of(
                    noted(planner(request).plan(request.situation(), request.trigger()), request));
        } catch (RuntimeException e) {
            LOG.error("Planning failed for {}, using fixed pairs", request.trigger(), e);
            return fixedPairs(request);
        }
    }

    private List<PlannedFleet> fixedPairs(PlanRequest request) {
        plansFallenBack.inc();
        try {
            DispatchPlan plan =
                    planner(request).planFixedPairs(request.situation(), request.trigger());
            return List.of(noted(plan, request));
        } catch (RuntimeException e) {
            LOG.error(
                    "Planning fixed pairs failed for {}, keeping the previous plan",
                    request.trigger(),
                    e);
            return List.of();
        }
    }

    private FleetPlanner planner(PlanRequest request) {
        return planners.of(request);
    }

    private PlannedFleet noted(DispatchPlan plan, PlanRequest request) {
        plansSolved.inc();
        solveMillis = plan.solveMillis();
        unmetTargets = plan.unmet().size();
        return new PlannedFleet(plan, request.situation());
    }
}
