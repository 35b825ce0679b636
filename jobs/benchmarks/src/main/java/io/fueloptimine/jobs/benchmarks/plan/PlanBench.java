package io.fueloptimine.jobs.benchmarks.plan;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.solver.HighsSolver;
import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.dispatch.solver.PlanSolver;
import io.fueloptimine.models.dispatch.solver.Solution;
import io.fueloptimine.models.dispatch.solver.SolveLimit;
import io.fueloptimine.models.mine.site.MineSite;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Solves the plans of random mines, and the same models by HiGHS. HiGHS gets the shortfalls of the
 * plan as limits and minimises the litres alone, with the same limits of time and gap.
 */
final class PlanBench {

    private static final Instant AT = Instant.parse("2026-05-04T06:00:00Z");

    /** Shortfalls may be larger for HiGHS by this, t/h. */
    private static final double TOLERANCE = 1e-4;

    private static final int WARM_UP = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_SECOND = 1e9;

    private final MadeUpMine.Size size;
    private final PlannerSettings settings;
    private final int instances;
    private final boolean withPeer;
    private final Consumer<String> progress;

    /**
     * The figures of one instance.
     *
     * @param seconds time to build and solve the model, s
     * @param processorSeconds processor time of it, s; on a busy computer the time is longer
     * @param firstSeconds time until the first solution with whole numbers, s
     * @param firstProcessorSeconds processor time until then, s, of another run that ends there
     * @param gap gap of the plan to its bound
     * @param firstGap gap of the first solution to the bound
     * @param isShort whether the plan leaves a target unmet
     * @param peerSeconds time of HiGHS, s; NaN without
     * @param peerCost litres per hour of HiGHS over those of the plan; NaN without
     */
    record Figures(
            double seconds,
            double processorSeconds,
            double firstSeconds,
            double firstProcessorSeconds,
            double gap,
            double firstGap,
            boolean isShort,
            double peerSeconds,
            double peerCost) {}

    PlanBench(
            MadeUpMine.Size size,
            PlannerSettings settings,
            int instances,
            boolean withPeer,
            Consumer<String> progress) {
        this.size = size;
        this.settings = settings;
        this.instances = instances;
        this.withPeer = withPeer;
        this.progress = progress;
    }

    List<Figures> run() {
        for (int i = 0; i < WARM_UP; i++) {
            solve(1_000_000 + i, false);
        }
        List<Figures> all = new ArrayList<>();
        for (int i = 1; i <= instances; i++) {
            Figures figures = solve(i, withPeer);
            all.add(figures);
            progress.accept(
                    String.format(
                            Locale.ROOT,
                            "%3d: %.3f s (processor %.3f s), gap %.3f %%; first after %.3f s"
                                    + " (processor %.3f s), gap %.2f %%; %s%s",
                            i,
                            figures.seconds(),
                            figures.processorSeconds(),
                            100 * figures.gap(),
                            figures.firstSeconds(),
                            figures.firstProcessorSeconds(),
                            100 * figures.firstGap(),
                            figures.isShort() ? "targets unmet" : "targets met",
                            withPeer
                                    ? String.format(
                                            Locale.ROOT,
                                            "; HiGHS %.3f s, %.4f of the litres",
                                            figures.peerSeconds(),
                                            figures.peerCost())
                                    : ""));
        }
        return all;
    }

    private Figures solve(long seed, boolean beside) {
        MineSite mine = MadeUpMine.of(seed, size);
        FleetPlanner planner = new FleetPlanner(mine, settings);
        PlanSolver solver = settings.solver().create();
        SolveLimit limit = new SolveLimit(0, settings.timeAbortMs(), settings.gap(), () -> false);
        FleetSituation situation = FleetSituation.allReady(mine, AT);
        // Prices are known before a plan is due.
        planner.model(situation);
        long processorBefore = THREADS.getCurrentThreadCpuTime();
        long started = System.nanoTime();
        LinearModel model = planner.model(situation);
        double buildSeconds = secondsSince(started);
        Solution plan = solver.solve(model, limit);
        double seconds = secondsSince(started);
        double processorSeconds =
                (THREADS.getCurrentThreadCpuTime() - processorBefore) / NANOS_PER_SECOND;
        if (!plan.found()) {
            return new Figures(
                    seconds,
                    processorSeconds,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    true,
                    Double.NaN,
                    Double.NaN);
        }
        double peerSeconds = Double.NaN;
        double peerCost = Double.NaN;
        if (beside) {
            long peerStarted = System.nanoTime();
            Solution peer = new HighsSolver().solve(limited(model, plan), limit);
            peerSeconds = secondsSince(peerStarted);
            peerCost = peer.found() ? peer.cost() / plan.cost() : Double.NaN;
        }
        return new Figures(
                seconds,
                processorSeconds,
                buildSeconds + plan.firstMillis() / 1_000.0,
                firstProcessorSeconds(planner, situation, solver),
                plan.gap(),
                (plan.firstCost() - plan.bound()) / plan.firstCost(),
                plan.levels().stream().anyMatch(shortfall -> shortfall > 0),
                peerSeconds,
                peerCost);
    }

    /** One node after the relaxation is the first plan; more are solved only if it has none. */
    private double firstProcessorSeconds(
            FleetPlanner planner, FleetSituation situation, PlanSolver solver) {
        long before = THREADS.getCurrentThreadCpuTime();
        solver.solve(
                planner.model(situation),
                new SolveLimit(1, settings.timeAbortMs(), settings.gap(), () -> false));
        return (THREADS.getCurrentThreadCpuTime() - before) / NANOS_PER_SECOND;
    }

    private static LinearModel limited(LinearModel model, Solution plan) {
        List<Double> most = new ArrayList<>();
        for (LinearModel.Objective level : model.levels()) {
            most.add(level.at(plan.values()) * (1 + TOLERANCE) + TOLERANCE);
        }
        return model.withLevels(most);
    }

    private static double secondsSince(long startedNanos) {
        return (System.nanoTime() - startedNanos) / NANOS_PER_SECOND;
    }
}
