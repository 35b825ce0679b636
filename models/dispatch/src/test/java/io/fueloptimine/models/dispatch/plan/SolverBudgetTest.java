package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.TestMine;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.SolverState;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A budget of nodes gives the same plan on an idle and on a loaded computer. */
class SolverBudgetTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:10:00Z");

    /** A mine whose plan takes the solver many milliseconds. */
    private static final MineSite SLOW = TestMine.random(new Random(2), 57, 12, 26, 0.8);

    @Test
    void theSamePlanFiveTimesThreeOfThemBesideBusyThreads() {
        List<DispatchPlan> solutions = new ArrayList<>();
        solutions.add(solve());
        AtomicBoolean busy = new AtomicBoolean(true);
        List<Thread> load = load(busy);
        try {
            for (int i = 0; i < 3; i++) {
                solutions.add(solve());
            }
        } finally {
            busy.set(false);
        }
        load.forEach(SolverBudgetTest::join);
        solutions.add(solve());

        assertThat(solutions)
                .hasSize(5)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("solveMillis")
                .containsOnly(solutions.get(0));
    }

    @Test
    void aSingleNodeGivesAPlanWithABoundToo() {
        DispatchPlan plan = plan(PlannerSettings.DEFAULT.withMaxNodes(1), () -> false);

        assertThat(plan.solverState()).isNotEqualTo(SolverState.FIXED_PAIRS);
        assertThat(plan.boundLph()).isPositive();
        assertThat(plan.gap()).isLessThan(0.02);
    }

    @Test
    void aCancelledSolveReturnsThePlanOfTheFixedPairsAtOnce() {
        AtomicBoolean asked = new AtomicBoolean();

        DispatchPlan plan =
                plan(
                        PlannerSettings.DEFAULT,
                        () -> {
                            asked.set(true);
                            return true;
                        });

        assertThat(asked).isTrue();
        assertThat(plan.solverState()).isEqualTo(SolverState.FIXED_PAIRS);
        assertThat(plan.boundLph()).isNull();
    }

    private static DispatchPlan solve() {
        return plan(PlannerSettings.DEFAULT.withMaxNodes(200), () -> false);
    }

    private static DispatchPlan plan(PlannerSettings settings, BooleanSupplier cancelled) {
        return new FleetPlanner(SLOW, settings)
                .plan(
                        FleetSituation.allReady(SLOW, AT),
                        new PlanTrigger(SLOW.site(), PlanCause.CLOCK, null, AT),
                        cancelled);
    }

    private static List<Thread> load(AtomicBoolean busy) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread =
                    new Thread(
                            () -> {
                                double x = 0;
                                while (busy.get()) {
                                    x = Math.sin(x + 1);
                                }
                            });
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
