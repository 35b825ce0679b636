package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.TestMine;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.SolverState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A budget of nodes gives the same plan on an idle and on a loaded computer. */
class SolverBudgetTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:10:00Z");

    /** A mine whose plan takes the solver many milliseconds. */
    private static final MineSite SLOW = TestMine.random(new Random(2), 57, 12, 26, 0.8);

    @Test
    void theClockDoesNotEndASolveThatIsLimitedByNodes() {
        assertThat(new FlowModel(problem(timeMs(1))).solve()).isEmpty();

        assertThat(new FlowModel(problem(timeMs(1).withMaxNodes(5_000))).solve())
                .hasValueSatisfying(
                        plan -> assertThat(plan.foundBy()).isEqualTo(SolverState.OPTIMAL));
    }

    @Test
    void theSamePlanFiveTimesThreeOfThemBesideBusyThreads() {
        List<FlowSolution> solutions = new ArrayList<>();
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

        assertThat(solutions).hasSize(5).containsOnly(solutions.get(0));
    }

    @Test
    void tooFewNodesGiveNoPlan() {
        assertThat(new FlowModel(problem(PlannerSettings.DEFAULT.withMaxNodes(10))).solve())
                .isEmpty();
    }

    private static FlowSolution solve() {
        return new FlowModel(problem(PlannerSettings.DEFAULT.withMaxNodes(5_000)))
                .solve()
                .orElseThrow();
    }

    private static FlowProblem problem(PlannerSettings settings) {
        return new FlowProblem(
                SLOW, FleetSituation.allReady(SLOW, AT), settings, new RoadHaulModel(SLOW));
    }

    private static PlannerSettings timeMs(long timeMs) {
        PlannerSettings usual = PlannerSettings.DEFAULT;
        return new PlannerSettings(
                usual.utilisation(),
                usual.maxUnitUtilisation(),
                usual.minUnitShare(),
                usual.spotS(),
                usual.loadQueueS(),
                usual.dumpS(),
                usual.dumpQueueS(),
                usual.travelTimeFactor(),
                usual.refuelS(),
                usual.usableTankShare(),
                usual.shortfallLpt(),
                usual.dumpMinimumLpt(),
                timeMs,
                0,
                usual.validityS());
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
