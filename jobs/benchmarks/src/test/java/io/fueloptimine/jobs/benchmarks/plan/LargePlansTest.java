package io.fueloptimine.jobs.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.solver.LinearModel;
import io.fueloptimine.models.dispatch.solver.SimplexSolver;
import io.fueloptimine.models.dispatch.solver.Solution;
import io.fueloptimine.models.dispatch.solver.SolveLimit;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of 300 trucks that are hard for the solver. */
class LargePlansTest {

    private static final MadeUpMine.Size LARGE = new MadeUpMine.Size(300, 30, 40, 6);
    private static final Instant AT = Instant.parse("2026-05-04T06:00:00Z");

    /**
     * In 61 exchanges with small pivots make the basis singular. In 16 and 68 no whole numbers
     * reach the levels of the relaxation.
     */
    @ParameterizedTest(name = "mine {0}")
    @ValueSource(longs = {16, 61, 68})
    void areSolvedWithoutTheReplacement(long seed) {
        MineSite mine = MadeUpMine.of(seed, LARGE);
        LinearModel model =
                new FleetPlanner(mine, PlannerSettings.DEFAULT)
                        .model(FleetSituation.allReady(mine, AT));

        Solution solution = new SimplexSolver().solve(model, SolveLimit.ofNodes(500, 0.005));

        assertThat(solution.status()).isEqualTo(Solution.Status.OPTIMAL);
        assertThat(solution.gap()).isLessThanOrEqualTo(0.005);
        assertThat(model.violation(solution.values())).isLessThan(1e-6);
    }
}
