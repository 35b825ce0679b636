package io.fueloptimine.models.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TpeSamplerTest {

    private static final SearchSpace SPACE = SearchSpace.of(RealParameter.uniform("x", 0, 1));

    @Test
    void samplesAtRandomUntilTenTrialsHaveSucceeded() {
        List<Trial> trials = new ArrayList<>();
        IntStream.range(0, 9).forEach(i -> trials.add(Trials.complete(i, i / 10.0, i)));
        trials.add(Trials.failed(9));
        double atRandom = suggested(new RandomSampler(), trials, 1);

        assertThat(suggested(TpeSampler.DEFAULT, trials, 1)).isEqualTo(atRandom);
        trials.add(Trials.pruned(10, 5));
        assertThat(suggested(TpeSampler.DEFAULT, trials, 1)).isNotEqualTo(atRandom);
    }

    @Test
    void samplesNearTheGoodTrials() {
        List<Trial> trials = valleyAt(0.2);

        assertThat(LongStream.range(0, 200).filter(seed -> suggestsNear(0.2, trials, seed)))
                .hasSizeGreaterThan(150);
    }

    @Test
    void givesEqualSuggestionsForEqualTrialsAndStreams() {
        List<Trial> trials = valleyAt(0.7);

        assertThat(suggested(TpeSampler.DEFAULT, trials, 5))
                .isEqualTo(suggested(TpeSampler.DEFAULT, trials, 5));
        assertThat(suggested(TpeSampler.DEFAULT, trials, 5))
                .isNotEqualTo(suggested(TpeSampler.DEFAULT, trials, 6));
    }

    @Test
    void rejectsInvalidSettings() {
        assertThatThrownBy(() -> new TpeSampler(0, 24))
                .hasMessage("startupTrials must be 1 or more, was 0");
        assertThatThrownBy(() -> new TpeSampler(10, 0))
                .hasMessage("candidates must be 1 or more, was 0");
    }

    /** Forty trials across the space whose value is the distance to a point. */
    private static List<Trial> valleyAt(double point) {
        return IntStream.range(0, 40)
                .mapToObj(i -> Trials.complete(i, i / 40.0, Math.abs(i / 40.0 - point)))
                .toList();
    }

    private static boolean suggestsNear(double point, List<Trial> trials, long seed) {
        return Math.abs(suggested(TpeSampler.DEFAULT, trials, seed) - point) < 0.1;
    }

    private static double suggested(Sampler sampler, List<Trial> trials, long seed) {
        return sampler.suggest(SPACE, trials, new SplittableRandom(seed)).real("x");
    }
}
