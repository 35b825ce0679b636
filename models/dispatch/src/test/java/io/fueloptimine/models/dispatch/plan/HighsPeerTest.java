package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.TestMine;
import io.fueloptimine.models.dispatch.solver.HighsSolver;
import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.dispatch.solver.SimplexSolver;
import io.fueloptimine.models.dispatch.solver.Solution;
import io.fueloptimine.models.dispatch.solver.SolveLimit;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of random mines, solved by this software and by HiGHS. */
class HighsPeerTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:10:00Z");

    @BeforeAll
    static void highs() {
        assumeTrue(
                HighsSolver.isAvailable(),
                "OR-Tools with HiGHS is not on the class path, or has no library for this platform");
    }

    @ParameterizedTest(name = "mine {0}, targets met")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWhereTheTrucksSuffice(long seed) {
        compare(TestMine.random(new Random(seed), 30, 6, 6, 0.6));
    }

    @ParameterizedTest(name = "mine {0}, targets unmet")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWhereTheTrucksDoNotSuffice(long seed) {
        compare(TestMine.random(new Random(seed), 12, 6, 6, 1.6));
    }

    private static void compare(MineSite mine) {
        LinearModel model =
                new FleetPlanner(mine, PlannerSettings.DEFAULT)
                        .model(FleetSituation.allReady(mine, AT));
        Solution own = new SimplexSolver().solve(model, SolveLimit.ofNodes(100_000, 1e-6));
        Solution peer = new HighsSolver().solve(model, SolveLimit.ofNodes(0, 1e-6));

        assertThat(own.status()).isEqualTo(Solution.Status.OPTIMAL);
        assertThat(peer.found()).isTrue();
        for (int l = 0; l < own.levels().size(); l++) {
            assertThat(own.levels().get(l))
                    .as(model.levels().get(l).name())
                    .isCloseTo(peer.levels().get(l), within(1e-3 * (1 + peer.levels().get(l))));
        }
        // HiGHS stops at a gap of 0.01 %.
        assertThat(own.cost()).isCloseTo(peer.cost(), within(1e-3 * peer.cost()));
        assertThat(own.bound()).isLessThanOrEqualTo(peer.cost() * (1 + 1e-3));
    }
}
