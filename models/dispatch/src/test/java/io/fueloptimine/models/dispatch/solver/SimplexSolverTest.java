package io.fueloptimine.models.dispatch.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fueloptimine.models.dispatch.bound.EmptyTravelBound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models with known solutions, and random ones beside other solvers. */
class SimplexSolverTest {

    private static final double ANY = Double.POSITIVE_INFINITY;
    private static final double NONE = Double.NEGATIVE_INFINITY;

    @Test
    void solvesBealesModelOnWhichSimpleRulesCycle() {
        LinearModel model = new LinearModel();
        int a = model.variable("a", 0, 1_000, -0.75);
        int b = model.variable("b", 0, 1_000, 20);
        int c = model.variable("c", 0, 1_000, -0.5);
        int d = model.variable("d", 0, 1_000, 6);
        model.row("1", NONE, 0).add(a, 0.25).add(b, -8).add(c, -1).add(d, 9);
        model.row("2", NONE, 0).add(a, 0.5).add(b, -12).add(c, -0.5).add(d, 3);
        model.row("3", NONE, 1).add(c, 1);

        Solution solution = solve(model);

        assertThat(solution.status()).isEqualTo(Solution.Status.OPTIMAL);
        assertThat(solution.cost()).isCloseTo(-1.25, within(1e-9));
    }

    @Test
    void saysThatAModelHasNoSolution() {
        LinearModel model = new LinearModel();
        int x = model.variable("x", 0, 10, 1);
        int y = model.variable("y", 0, 10, 1);
        model.row("most", NONE, 4).add(x, 1).add(y, 1);
        model.row("least", 5, ANY).add(x, 1).add(y, 1);

        assertThat(solve(model).status()).isEqualTo(Solution.Status.INFEASIBLE);
    }

    @Test
    void saysThatNoWholeNumbersSolveAModel() {
        LinearModel model = new LinearModel();
        int x = model.integer("x", 0, 10, 1);
        model.row("between", 1.2, 1.8).add(x, 1);

        assertThat(solve(model).status()).isEqualTo(Solution.Status.INFEASIBLE);
    }

    @Test
    void findsWholeNumbersThatRoundingMisses() {
        // 5 a + 4 b >= 13: the relaxation takes 2.6 a; a = 1, b = 2 costs 22, a = 3 costs 24.
        LinearModel model = new LinearModel();
        int a = model.integer("a", 0, 10, 8);
        int b = model.integer("b", 0, 10, 7);
        model.row("least", 13, ANY).add(a, 5).add(b, 4);

        Solution solution = solve(model);

        assertThat(solution.cost()).isCloseTo(22, within(1e-9));
        assertThat(solution.firstCost()).isCloseTo(24, within(1e-9));
        assertThat(solution.gap()).isZero();
    }

    @Test
    void minimisesEachObjectiveOnlyAmongTheOptimaOfTheOnesBefore() {
        // 10 of one resource; the first objective takes it all, however cheap the second one is.
        LinearModel model = new LinearModel();
        int first = model.variable("first", 0, 8, 100);
        int second = model.variable("second", 0, 8, 0);
        int shortFirst = model.variable("short of first", 0, 8, 0);
        int shortSecond = model.variable("short of second", 0, 8, 0);
        model.row("resource", NONE, 10).add(first, 1.25).add(second, 0.1);
        model.row("want first", 8, ANY).add(first, 1).add(shortFirst, 1);
        model.row("want second", 8, ANY).add(second, 1).add(shortSecond, 1);
        model.minimiseNext("first", List.of(shortFirst));
        model.minimiseNext("second", List.of(shortSecond));

        Solution solution = solve(model);

        assertThat(solution.levels()).containsExactly(0.0, 8.0);
        assertThat(solution.cost()).isCloseTo(800, within(1e-6));
    }

    @Test
    void anEmptyModelCostsNothing() {
        assertThat(solve(new LinearModel()).cost()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isAsGoodAsOjAlgo(long seed) {
        LinearModel model = random(new Random(seed), 1);
        Solution solution = solve(model);
        Solution other = new OjAlgoSolver().solve(model, SolveLimit.ofNodes(0, 0));

        assertThat(model.violation(solution.values())).isLessThan(1e-7);
        assertThat(solution.bound()).isLessThanOrEqualTo(solution.cost() + 1e-6);
        assertThat(solution.levels().get(0)).isCloseTo(other.levels().get(0), within(1e-3));
        // ojAlgo stops before the optimum in some of the models.
        assertThat(solution.cost()).isBetween(0.99 * other.cost(), other.cost() + 1e-3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithHighsWhereItIsInstalled(long seed) {
        assumeTrue(HighsSolver.isAvailable(), "OR-Tools with HiGHS is not on the class path");
        LinearModel model = random(new Random(seed), 3);
        Solution solution = solve(model);
        Solution other = new HighsSolver().solve(model, SolveLimit.ofNodes(0, 0));

        for (int l = 0; l < solution.levels().size(); l++) {
            assertThat(solution.levels().get(l)).isCloseTo(other.levels().get(l), within(1e-3));
        }
        assertThat(solution.cost()).isCloseTo(other.cost(), within(1e-4 * other.cost() + 1e-3));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheLeastEmptyTravelOfTransportationProblems(long seed) {
        Random random = new Random(seed);
        int places = 12;
        Map<String, Integer> supply = new TreeMap<>();
        Map<String, Integer> demand = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            supply.merge("D" + random.nextInt(places), 1, Integer::sum);
            demand.merge("L" + random.nextInt(places), 1, Integer::sum);
        }
        LinearModel model = new LinearModel();
        Map<String, LinearModel.Row> rows = new TreeMap<>();
        supply.forEach((id, count) -> rows.put(id, model.row(id, count, count)));
        demand.forEach((id, count) -> rows.put(id, model.row(id, count, count)));
        Map<String, Double> seconds = new TreeMap<>();
        for (String from : supply.keySet()) {
            for (String to : demand.keySet()) {
                double cost = 60 + random.nextInt(900);
                seconds.put(from + to, cost);
                int trips = model.variable(from + to, 0, 300, cost);
                rows.get(from).add(trips, 1);
                rows.get(to).add(trips, 1);
            }
        }

        double least =
                EmptyTravelBound.leastTravel(
                        supply, demand, (from, to) -> OptionalDouble.of(seconds.get(from + to)));

        assertThat(solve(model).cost()).isCloseTo(least, within(1e-6));
    }

    /** A covering model with shortfalls, whole numbers and many ties. */
    private static LinearModel random(Random random, int levels) {
        LinearModel model = new LinearModel();
        int works = 25;
        int groups = 4;
        List<Integer> counts = new ArrayList<>();
        List<LinearModel.Row> hours = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            counts.add(
                    model.integer("count " + g, 0, 4 + random.nextInt(5), 20 + random.nextInt(30)));
            hours.add(model.row("hours " + g, NONE, 0).add(counts.get(g), -0.8));
        }
        List<List<Integer>> shortfalls = new ArrayList<>();
        for (int l = 0; l < levels; l++) {
            shortfalls.add(new ArrayList<>());
        }
        for (int w = 0; w < works; w++) {
            double wanted = 100 + random.nextInt(300);
            LinearModel.Row want = model.row("want " + w, wanted, ANY);
            int missing = model.variable("short " + w, 0, wanted, 0);
            want.add(missing, 1);
            shortfalls.get(w % levels).add(missing);
            for (int g = 0; g < groups; g++) {
                int trips =
                        model.variable("trips " + w + " " + g, 0, 50, 5 * (1 + random.nextInt(5)));
                want.add(trips, 100 + 50 * g);
                hours.get(g).add(trips, 0.25 * (1 + random.nextInt(3)));
            }
        }
        for (int l = 0; l < levels; l++) {
            model.minimiseNext("level " + l, shortfalls.get(l));
        }
        return model;
    }

    private static Solution solve(LinearModel model) {
        return new SimplexSolver().solve(model, SolveLimit.ofNodes(100_000, 0));
    }
}
