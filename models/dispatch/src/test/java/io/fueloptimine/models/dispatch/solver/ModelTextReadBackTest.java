package io.fueloptimine.models.dispatch.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ojalgo.optimisation.ExpressionsBasedModel.FileFormat.LP;
import static org.ojalgo.optimisation.ExpressionsBasedModel.FileFormat.MPS;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.TestMine;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.mine.site.MineSite;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.ExpressionsBasedModel.FileFormat;
import org.ojalgo.optimisation.Optimisation;

/** Another program's parser reads the written models, and finds the same optimum in them. */
class ModelTextReadBackTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:10:00Z");

    @ParameterizedTest(name = "mine {0}")
    @ValueSource(longs = {1, 2, 3})
    void aPlanHasTheSameOptimumInBothFormats(long seed) {
        LinearModel plan = plan(seed);
        Solution own = new SimplexSolver().solve(plan, SolveLimit.ofNodes(100_000, 0));
        LinearModel model = plan.withLevels(own.levels().stream().map(l -> l + 1e-3).toList());
        double cost = new SimplexSolver().solve(model, SolveLimit.ofNodes(100_000, 0)).cost();
        ModelText text = new ModelText(model);

        assertThat(cost).isPositive();
        assertThat(optimum(text.mps(), MPS)).isCloseTo(cost, within(1e-3 * cost));
        assertThat(optimum(text.lp(), LP)).isCloseTo(cost, within(1e-3 * cost));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void everyKindOfRowAndBoundIsReadAsItWasWritten(double sign) {
        LinearModel model = new LinearModel();
        int whole = model.integer("whole", -3, 7, -1.25);
        int free = model.variable("free", -2.5, 4.5, sign);
        int fixed = model.variable("fixed", 1.5, 1.5, 10);
        model.row("least", -1, Double.POSITIVE_INFINITY).add(whole, 1).add(free, 1);
        model.row("most", Double.NEGATIVE_INFINITY, 6.3).add(whole, 1.5).add(free, 1);
        model.row("between", -2, 8.5).add(whole, 2).add(fixed, -1);
        model.row("equal", 1, 1).add(fixed, 1).add(free, 0.25).add(whole, -0.125);
        Solution own = new SimplexSolver().solve(model, SolveLimit.ofNodes(1_000, 0));
        ModelText text = new ModelText(model);

        assertThat(own.found()).isTrue();
        assertThat(optimum(text.mps(), MPS)).isCloseTo(own.cost(), within(1e-6));
        assertThat(optimum(text.lp(), LP)).isCloseTo(own.cost(), within(1e-6));
    }

    private static LinearModel plan(long seed) {
        MineSite mine = TestMine.random(new Random(seed), 12, 4, 4, 0.8);
        return new FleetPlanner(mine, PlannerSettings.DEFAULT)
                .model(FleetSituation.allReady(mine, AT));
    }

    private static double optimum(String text, FileFormat format) {
        ExpressionsBasedModel read =
                ExpressionsBasedModel.parse(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), format);
        Optimisation.Result result = read.minimise();
        assertThat(result.getState().isOptimal()).isTrue();
        return result.getValue();
    }
}
