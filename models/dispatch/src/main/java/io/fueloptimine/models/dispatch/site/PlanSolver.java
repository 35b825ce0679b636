package io.fueloptimine.models.dispatch.site;

import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Solves requests one after the other on a thread of its own. Thread-safe.
 *
 * <p>A request that is cancelled while it waits is not solved; while it is being solved, the
 * planner is notified and its thread is interrupted. The result of a cancelled request is not
 * passed on.
 */
public final class PlanSolver implements AutoCloseable {

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread solver = new Thread(task, "plan-solver");
                        solver.setDaemon(true);
                        return solver;
                    });

    /** One request that is solved. */
    public static final class Solve {

        private final PlanRequest request;
        private volatile boolean cancelled;
        private volatile Thread solver;

        private Solve(PlanRequest request) {
            this.request = request;
        }

        /** The request that is solved. */
        public PlanRequest request() {
            return request;
        }

        /** Cancels the solve; its result is not passed on. */
        public synchronized void cancel() {
            cancelled = true;
            if (solver != null) {
                solver.interrupt();
            }
        }

        private synchronized boolean begin() {
            solver = Thread.currentThread();
            return !cancelled;
        }

        /** Ends the solve, so that a later cancellation does not interrupt the next one. */
        private synchronized boolean end() {
            solver = null;
            Thread.interrupted();
            return !cancelled;
        }
    }

    /**
     * The result of a solve. Exactly one of plan and failure is given.
     *
     * @param solve the solve
     * @param plan the plan; null if there is none
     * @param failure why there is no plan; null if there is one
     */
    public record Result(Solve solve, DispatchPlan plan, Throwable failure) {}

    /**
     * Solves a request.
     *
     * @param result receives the result on the solver's thread
     */
    public Solve start(SitePlanner planner, PlanRequest request, Consumer<Result> result) {
        Solve solve = new Solve(request);
        thread.execute(() -> solve(planner, solve, result));
        return solve;
    }

    private static void solve(SitePlanner planner, Solve solve, Consumer<Result> receiver) {
        Result result = null;
        if (solve.begin()) {
            try {
                DispatchPlan plan = planner.plan(solve.request, () -> solve.cancelled);
                result = new Result(solve, plan, null);
            } catch (RuntimeException | Error e) {
                result = new Result(solve, null, e);
            }
        }
        if (solve.end() && result != null) {
            receiver.accept(result);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
