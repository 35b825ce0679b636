package io.fueloptimine.models.dispatch.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The replacement of a solver gets what is left of the limit, and no more. */
@Timeout(60)
class SolverWithReplacementTest {

    private static final LinearModel MODEL = new LinearModel();
    private static final Solution GIVEN_UP = Solution.none(Solution.Status.FAILED);

    @Test
    void theReplacementSolvesWhatTheFirstGivesUp() {
        Solution solution =
                new SolverWithReplacement((model, limit) -> GIVEN_UP, new SimplexSolver())
                        .solve(MODEL, SolveLimit.ofNodes(10, 0));

        assertThat(solution.found()).isTrue();
    }

    @Test
    void aReplacementThatDoesNotStopIsLeftBehindWhenTheTimeIsOver() {
        CountDownLatch never = new CountDownLatch(1);
        PlanSolver endless =
                (model, limit) -> {
                    awaitQuietly(never);
                    return GIVEN_UP;
                };
        long started = System.nanoTime();

        Solution solution =
                new SolverWithReplacement((model, limit) -> GIVEN_UP, endless)
                        .solve(MODEL, new SolveLimit(0, 200, 0, () -> false));

        assertThat(solution.found()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(20));
        never.countDown();
    }

    @Test
    void aReplacementThatDoesNotStopIsLeftBehindWhenTheCallerCancels() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean cancelled = new AtomicBoolean();
        PlanSolver endless =
                (model, limit) -> {
                    cancelled.set(true);
                    awaitQuietly(never);
                    return GIVEN_UP;
                };

        Solution solution =
                new SolverWithReplacement((model, limit) -> GIVEN_UP, endless)
                        .solve(MODEL, new SolveLimit(0, 0, 0, cancelled::get));

        assertThat(solution.found()).isFalse();
        never.countDown();
    }

    @Test
    void theReplacementGetsTheTimeThatTheFirstLeaves() {
        AtomicReference<SolveLimit> given = new AtomicReference<>();
        PlanSolver slow =
                (model, limit) -> {
                    long end = System.nanoTime() + 60_000_000;
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return GIVEN_UP;
                };
        PlanSolver second =
                (model, limit) -> {
                    given.set(limit);
                    return GIVEN_UP;
                };

        new SolverWithReplacement(slow, second)
                .solve(MODEL, new SolveLimit(7, 30_000, 0, () -> false));

        assertThat(given.get().nodes()).isEqualTo(7);
        assertThat(given.get().millis()).isBetween(1L, 29_940L);
    }

    @Test
    void noReplacementIsAskedWhenTheTimeIsOver() {
        PlanSolver first =
                (model, limit) -> {
                    while (!limit.cancelled().getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                    return GIVEN_UP;
                };
        AtomicBoolean asked = new AtomicBoolean();
        long end = System.nanoTime() + 20_000_000;

        new SolverWithReplacement(
                        first,
                        (model, limit) -> {
                            asked.set(true);
                            return GIVEN_UP;
                        })
                .solve(MODEL, new SolveLimit(0, 10, 0, () -> System.nanoTime() > end));

        assertThat(asked).isFalse();
    }

    @Test
    void anErrorOfTheReplacementIsReported() {
        PlanSolver broken =
                (model, limit) -> {
                    throw new IllegalArgumentException("broken");
                };

        assertThatThrownBy(
                        () ->
                                new SolverWithReplacement((model, limit) -> GIVEN_UP, broken)
                                        .solve(MODEL, SolveLimit.ofNodes(0, 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("broken");
    }

    @Test
    void ojAlgoSharesTheTimeOfTheLimitBetweenAllObjectives() {
        LinearModel model = new LinearModel();
        int x = model.variable("x", 0, 1, 1);
        for (int l = 0; l < 50; l++) {
            model.minimiseNext("level " + l, java.util.List.of(x));
        }

        Solution solution = new OjAlgoSolver().solve(model, new SolveLimit(0, 1, 0, () -> true));

        assertThat(solution.found()).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
