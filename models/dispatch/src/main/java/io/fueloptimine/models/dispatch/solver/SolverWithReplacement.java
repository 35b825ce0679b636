package io.fueloptimine.models.dispatch.solver;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A solver with another one that solves the models which the first gives up for numerical reasons.
 * Both together have the time of the limit. The second runs on a thread of its own: when the time
 * is over or the caller cancels, its result is not awaited, even if it does not stop. Thread-safe.
 */
public final class SolverWithReplacement implements PlanSolver {

    private static final long POLL_MILLIS = 5;

    private final PlanSolver first;
    private final PlanSolver second;

    public SolverWithReplacement(PlanSolver first, PlanSolver second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Solution solve(LinearModel model, SolveLimit limit) {
        SearchClock clock = new SearchClock(limit);
        Solution solution = first.solve(model, limit);
        return solution.found() || clock.isStopped() ? solution : replaced(model, clock);
    }

    private Solution replaced(LinearModel model, SearchClock clock) {
        FutureTask<Solution> task = new FutureTask<>(() -> second.solve(model, clock.left()));
        Thread thread = new Thread(task, "replacement-solver");
        thread.setDaemon(true);
        thread.start();
        try {
            while (!clock.isStopped()) {
                try {
                    return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // Asks the clock again.
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the replacement solver failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Solution.none(Solution.Status.FAILED);
    }
}
