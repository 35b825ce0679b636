package io.fueloptimine.models.training.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares TPE with random search: equal seeds and budgets, the median of the lowest values. */
class SamplerComparisonTest {

    private static final int SEEDS = 21;
    private static final int TRIALS = 60;

    @ParameterizedTest
    @EnumSource(TestFunction.class)
    void findsLowerValuesThanRandomSearchInTheSameNumberOfTrials(TestFunction function) {
        double atRandom = medianOfBests(function, new RandomSampler());

        assertThat(medianOfBests(function, TpeSampler.DEFAULT)).isLessThan(atRandom);
    }

    private static double medianOfBests(TestFunction function, Sampler sampler) {
        double[] bests =
                LongStream.range(0, SEEDS)
                        .mapToDouble(seed -> function.lowestFound(sampler, seed, TRIALS))
                        .sorted()
                        .toArray();
        return bests[SEEDS / 2];
    }
}
