package io.fueloptimine.models.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSpaceTest {

    private static final SearchSpace SPACE =
            SearchSpace.of(
                    RealParameter.uniform("level", -3.5, -0.25),
                    RealParameter.logUniform("rate", 1e-4, 0.3),
                    IntegerParameter.uniform("shift", -2, 3),
                    IntegerParameter.logUniform("trees", 50, 800),
                    IntegerParameter.uniform("threads", 1, 1),
                    CategoricalParameter.of("kind", "a", "b", "c"),
                    CategoricalParameter.of("only", "this"));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, -1, Long.MIN_VALUE})
    void everySuggestionLiesWithinItsBounds(long seed) {
        for (Sampler sampler :
                List.of(new RandomSampler(), TpeSampler.INDEPENDENT, TpeSampler.JOINT)) {
            Study study =
                    Study.inMemory(
                            new StudySettings("bounds", seed, SPACE, sampler, new NoPruner()));
            study.run((at, progress) -> edgeSeeking(at), 40, StudyListener.SILENT);

            assertThat(study.trials()).hasSize(40).allSatisfy(SearchSpaceTest::liesWithin);
        }
    }

    /** The least values lie at the bounds, so that a sampler that learns is drawn to them. */
    private static double edgeSeeking(TrialParameters at) {
        return at.real("level") - at.real("rate") + at.integer("shift") - at.integer("trees");
    }

    private static void liesWithin(Trial trial) {
        TrialParameters at = trial.parameters();
        assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
        assertThat(at.real("level")).isBetween(-3.5, -0.25);
        assertThat(at.real("rate")).isBetween(1e-4, 0.3);
        assertThat(at.integer("shift")).isBetween(-2, 3);
        assertThat(at.integer("trees")).isBetween(50, 800);
        assertThat(at.integer("threads")).isEqualTo(1);
        assertThat(at.choice("kind")).isIn("a", "b", "c");
        assertThat(at.choice("only")).isEqualTo("this");
    }

    @Test
    void drawsTheOutermostWholeNumbersAsOftenAsTheOthers() {
        int[] counts = new int[6];
        SplittableRandom random = new SplittableRandom(1);
        Domain shifts = Domain.of(IntegerParameter.uniform("shift", -2, 3));
        for (int i = 0; i < 60_000; i++) {
            counts[(int) shifts.draw(random) + 2]++;
        }

        assertThat(IntStream.of(counts).boxed())
                .allSatisfy(n -> assertThat(n).isBetween(9_600, 10_400));
    }

    @Test
    void givesTheEdgesOfARangeToItsOutermostNumbers() {
        NumberRange shifts = NumberRange.ofIntegers(-2, 3, Scale.LINEAR);
        NumberRange rates = NumberRange.ofReals(0.003, 0.3, Scale.LOG);

        assertThat(shifts.nearest(-2.5)).isEqualTo(-2);
        assertThat(shifts.nearest(3.5)).isEqualTo(3);
        assertThat(rates.nearest(Math.nextUp(Math.log(0.3)))).isEqualTo(0.3);
        assertThat(rates.nearest(Math.nextDown(Math.log(0.003)))).isEqualTo(0.003);
    }

    @Test
    void drawsEveryPowerOfTenAsOftenOnALogScale() {
        SplittableRandom random = new SplittableRandom(1);
        Domain rates = Domain.of(RealParameter.logUniform("rate", 1e-4, 1e-2));

        long below = IntStream.range(0, 10_000).filter(i -> rates.draw(random) < 1e-3).count();

        assertThat(below).isBetween(4_800L, 5_200L);
    }

    @Test
    void refusesParametersThatCannotBe() {
        refused(() -> RealParameter.uniform("rate", 0.3, 0.1), "parameter rate", "0.3 and 0.1");
        refused(() -> RealParameter.uniform("rate", 0, Double.NaN), "parameter rate", "NaN");
        refused(() -> RealParameter.logUniform("rate", 0, 1), "above 0 on a log scale", "0.0");
        refused(() -> IntegerParameter.uniform("depth", 9, 3), "parameter depth", "9 and 3");
        refused(() -> IntegerParameter.logUniform("depth", 0, 3), "1 or more on a log scale");
        refused(() -> CategoricalParameter.of("kind"), "parameter kind", "one or more");
        refused(() -> CategoricalParameter.of("kind", "a", "a"), "all different", "[a, a]");
        refused(() -> CategoricalParameter.of(" ", "a"), "name must not be blank");
        refused(() -> SearchSpace.of(), "one or more parameters");
        refused(
                () ->
                        SearchSpace.of(
                                CategoricalParameter.of("kind", "a"),
                                CategoricalParameter.of("kind", "b")),
                "different names");
    }

    @Test
    void namesTheParameterThatIsMissingOrOfAnotherKind() {
        TrialParameters at = new TrialParameters(Map.of("depth", 6));

        assertThat(at.integer("depth")).isEqualTo(6);
        refused(() -> at.real("depth"), "parameter depth is 6, expected a Double");
        refused(() -> at.choice("kind"), "no parameter kind", "[depth]");
    }

    private static void refused(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }
}
