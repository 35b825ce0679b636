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
                    new IntegerParameter("shift", -2, 3),
                    new IntegerParameter("trees", 50, 800),
                    new IntegerParameter("threads", 1, 1));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, -1, Long.MIN_VALUE})
    void suggestsOnlyValuesWithinTheBounds(long seed) {
        for (Sampler sampler : List.of(new RandomSampler(), TpeSampler.DEFAULT)) {
            Study study =
                    Study.inMemory(
                            new StudySettings(
                                    "bounds", seed, SPACE, sampler, MedianPruner.DEFAULT));
            study.run((at, progress) -> lowestAtTheBounds(at), 40, Trials.NO_LISTENER);

            assertThat(study.trials()).hasSize(40).allSatisfy(SearchSpaceTest::isWithinTheBounds);
        }
    }

    /** The lowest values lie at the bounds, so that an adaptive sampler moves towards them. */
    private static double lowestAtTheBounds(TrialParameters at) {
        return at.real("level") - at.real("rate") + at.integer("shift") - at.integer("trees");
    }

    private static void isWithinTheBounds(Trial trial) {
        TrialParameters at = trial.parameters();
        assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
        assertThat(at.real("level")).isBetween(-3.5, -0.25);
        assertThat(at.real("rate")).isBetween(1e-4, 0.3);
        assertThat(at.integer("shift")).isBetween(-2, 3);
        assertThat(at.integer("trees")).isBetween(50, 800);
        assertThat(at.integer("threads")).isEqualTo(1);
    }

    @Test
    void drawsTheLowestAndHighestIntegerAsOftenAsTheOthers() {
        int[] counts = new int[6];
        SplittableRandom random = new SplittableRandom(1);
        NumberRange shifts = new IntegerParameter("shift", -2, 3).range();
        for (int i = 0; i < 60_000; i++) {
            counts[(int) shifts.draw(random) + 2]++;
        }

        assertThat(IntStream.of(counts).boxed())
                .allSatisfy(n -> assertThat(n).isBetween(9_600, 10_400));
    }

    @Test
    void mapsTheEdgesOfARangeToItsLowestAndHighestNumbers() {
        NumberRange shifts = NumberRange.ofIntegers(-2, 3);
        NumberRange rates = NumberRange.ofReals(0.003, 0.3, ParameterScale.LOG);

        assertThat(shifts.nearest(-2.5)).isEqualTo(-2);
        assertThat(shifts.nearest(3.5)).isEqualTo(3);
        assertThat(rates.nearest(Math.nextUp(Math.log(0.3)))).isEqualTo(0.3);
        assertThat(rates.nearest(Math.nextDown(Math.log(0.003)))).isEqualTo(0.003);
    }

    @Test
    void drawsEveryPowerOfTenAsOftenOnALogScale() {
        SplittableRandom random = new SplittableRandom(1);
        NumberRange rates = RealParameter.logUniform("rate", 1e-4, 1e-2).range();

        long below = IntStream.range(0, 10_000).filter(i -> rates.draw(random) < 1e-3).count();

        assertThat(below).isBetween(4_800L, 5_200L);
    }

    @Test
    void rejectsInvalidParameters() {
        rejected(() -> RealParameter.uniform("rate", 0.3, 0.1), "parameter rate", "0.3 and 0.1");
        rejected(() -> RealParameter.uniform("rate", 0, Double.NaN), "parameter rate", "NaN");
        rejected(() -> RealParameter.logUniform("rate", 0, 1), "above 0 on a log scale", "0.0");
        rejected(() -> new IntegerParameter("depth", 9, 3), "parameter depth", "9 and 3");
        rejected(() -> new IntegerParameter(" ", 1, 2), "name must not be blank");
        rejected(() -> SearchSpace.of(), "one or more parameters");
        rejected(
                () ->
                        SearchSpace.of(
                                new IntegerParameter("depth", 1, 2),
                                RealParameter.uniform("depth", 0, 1)),
                "different names");
    }

    @Test
    void namesTheParameterThatIsMissingOrHasAnotherType() {
        TrialParameters at = new TrialParameters(Map.of("depth", 6));

        assertThat(at.integer("depth")).isEqualTo(6);
        rejected(() -> at.real("depth"), "parameter depth is 6, expected a Double");
        rejected(() -> at.real("rate"), "no parameter rate", "[depth]");
    }

    private static void rejected(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }
}
