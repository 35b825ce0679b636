package io.fueloptimine.models.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TpeSamplerTest {

    private static final SearchSpace SPACE = SearchSpace.of(RealParameter.uniform("x", 0, 1));

    static List<TpeSampler> samplers() {
        return List.of(TpeSampler.INDEPENDENT, TpeSampler.JOINT);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void choosesAtRandomUntilTenTrialsHaveNotFailed(TpeSampler sampler) {
        List<Trial> told = new ArrayList<>();
        IntStream.range(0, 9).forEach(i -> told.add(Trials.complete(i, i / 10.0, i)));
        told.add(Trials.failed(9));
        double atRandom = suggested(new RandomSampler(), told, 1);

        assertThat(suggested(sampler, told, 1)).isEqualTo(atRandom);
        told.add(Trials.pruned(10, 5));
        assertThat(suggested(sampler, told, 1)).isNotEqualTo(atRandom);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void looksWhereTheGoodTrialsAre(TpeSampler sampler) {
        List<Trial> told = valleyAt(0.2);

        assertThat(LongStream.range(0, 200).filter(seed -> suggestsNear(0.2, sampler, told, seed)))
                .hasSizeGreaterThan(150);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void givesTheSameForTheSameTrialsAndStream(TpeSampler sampler) {
        List<Trial> told = valleyAt(0.7);

        assertThat(suggested(sampler, told, 5)).isEqualTo(suggested(sampler, told, 5));
        assertThat(suggested(sampler, told, 5)).isNotEqualTo(suggested(sampler, told, 6));
    }

    @Test
    void refusesSettingsThatCannotBe() {
        assertThatThrownBy(() -> new TpeSampler(0, 24, true))
                .hasMessage("startupTrials must be 1 or more, was 0");
        assertThatThrownBy(() -> new TpeSampler(10, 0, true))
                .hasMessage("candidates must be 1 or more, was 0");
    }

    /** Forty trials all over the space, the better the nearer to a place. */
    private static List<Trial> valleyAt(double place) {
        return IntStream.range(0, 40)
                .mapToObj(i -> Trials.complete(i, i / 40.0, Math.abs(i / 40.0 - place)))
                .toList();
    }

    private static boolean suggestsNear(
            double place, Sampler sampler, List<Trial> told, long seed) {
        return Math.abs(suggested(sampler, told, seed) - place) < 0.1;
    }

    private static double suggested(Sampler sampler, List<Trial> told, long seed) {
        return sampler.suggest(SPACE, told, new SplittableRandom(seed)).real("x");
    }
}
