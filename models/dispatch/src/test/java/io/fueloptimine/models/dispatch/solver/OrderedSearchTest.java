package io.fueloptimine.models.dispatch.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models in which no whole numbers reach the objectives of the relaxation. */
class OrderedSearchTest {

    private static final double ANY = Double.POSITIVE_INFINITY;
    private static final double NONE = Double.NEGATIVE_INFINITY;

    @Test
    void aLoadingUnitThatMustDigFiveStopsWhereThreeAreAllowed() {
        // The relaxation digs 3 with 0.3 of the unit.
        LinearModel model = new LinearModel();
        int tonnes = model.variable("tonnes", 0, 3, 1);
        int missing = model.variable("missing", 0, 3, 0);
        int on = model.integer("on", 0, 1, 0);
        model.row("most", NONE, 0).add(tonnes, 1).add(on, -10);
        model.row("least", 0, ANY).add(tonnes, 1).add(on, -5);
        model.row("want", 3, ANY).add(tonnes, 1).add(missing, 1);
        model.minimiseNext("missing", List.of(missing));

        Solution solution = new SimplexSolver().solve(model, SolveLimit.ofNodes(1_000, 0));

        assertThat(solution.status()).isEqualTo(Solution.Status.OPTIMAL);
        assertThat(solution.levels().get(0)).isCloseTo(3, within(1e-9));
        assertThat(solution.cost()).isCloseTo(0, within(1e-9));
        assertThat(solution.bound()).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void findsTheBestOfAllCombinations(long seed) {
        LinearModel model = switches(new Random(seed), null);
        List<Double> best = null;
        for (int mask = 0; mask < 1 << SWITCHES; mask++) {
            Solution each = solve(switches(new Random(seed), mask));
            if (each.found()) {
                List<Double> point = point(each);
                best = best == null || isLess(point, best) ? point : best;
            }
        }

        Solution solution = solve(model);

        assertThat(solution.status()).isEqualTo(Solution.Status.OPTIMAL);
        assertThat(model.violation(solution.values())).isLessThan(1e-6);
        List<Double> found = point(solution);
        for (int l = 0; l < found.size(); l++) {
            assertThat(found.get(l)).isCloseTo(best.get(l), within(1e-4));
        }
        assertThat(solution.bound()).isCloseTo(solution.cost(), within(1e-4));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aSearchThatIsStoppedKnowsABound(long seed) {
        LinearModel model = switches(new Random(seed), null);
        Solution stopped = new SimplexSolver().solve(model, SolveLimit.ofNodes(1, 0));
        Solution best = solve(model);

        assertThat(stopped.found()).isTrue();
        assertThat(model.violation(stopped.values())).isLessThan(1e-6);
        assertThat(isLess(point(stopped), point(best))).isFalse();
        assertThat(stopped.bound()).isLessThanOrEqualTo(stopped.cost() + 1e-6);
        if (stopped.levels().equals(best.levels())) {
            assertThat(stopped.bound()).isLessThanOrEqualTo(best.cost() + 1e-6);
        }
    }

    private static final int SWITCHES = 5;

    /**
     * Loading units with a least rate on faces that want tonnes, and two resources.
     *
     * @param mask fixes the switch of each unit; null leaves them to the solver
     */
    private static LinearModel switches(Random random, Integer mask) {
        LinearModel model = new LinearModel();
        LinearModel.Row trucks = model.row("trucks", NONE, 12 + random.nextInt(6));
        LinearModel.Row dump = model.row("dump", NONE, 10 + random.nextInt(6));
        List<List<Integer>> shortfalls = List.of(new ArrayList<>(), new ArrayList<>());
        for (int u = 0; u < SWITCHES; u++) {
            int on = model.integer("on " + u, 0, 1, random.nextInt(3));
            int tonnes = model.variable("tonnes " + u, 0, 20, 1 + random.nextInt(5));
            int missing = model.variable("missing " + u, 0, 20, 0);
            model.row("most " + u, NONE, 0).add(tonnes, 1).add(on, -(8 + random.nextInt(5)));
            model.row("least " + u, 0, ANY).add(tonnes, 1).add(on, -(4 + random.nextInt(4)));
            model.row("want " + u, 3 + random.nextInt(5), ANY).add(tonnes, 1).add(missing, 1);
            trucks.add(tonnes, 0.5 + random.nextDouble());
            dump.add(tonnes, 0.5 + random.nextDouble());
            shortfalls.get(u % 2).add(missing);
            if (mask != null) {
                int fixed = mask >> u & 1;
                model.row("fix " + u, fixed, fixed).add(on, 1);
            }
        }
        for (int l = 0; l < 2; l++) {
            model.minimiseNext("level " + l, shortfalls.get(l));
        }
        return model;
    }

    private static List<Double> point(Solution solution) {
        List<Double> point = new ArrayList<>(solution.levels());
        point.add(solution.cost());
        return point;
    }

    private static boolean isLess(List<Double> one, List<Double> other) {
        for (int l = 0; l < one.size(); l++) {
            if (Math.abs(one.get(l) - other.get(l)) > 1e-5) {
                return one.get(l) < other.get(l);
            }
        }
        return false;
    }

    private static Solution solve(LinearModel model) {
        return new SimplexSolver().solve(model, SolveLimit.ofNodes(100_000, 0));
    }
}
