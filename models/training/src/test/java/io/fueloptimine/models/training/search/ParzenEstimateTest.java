package io.fueloptimine.models.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The expected likelihoods are those of Optuna 5.0.0's estimator for the same trials. */
class ParzenEstimateTest {

    private static final RealParameter REAL = RealParameter.uniform("real", -5, 10);
    private static final IntegerParameter INTEGER = new IntegerParameter("integer", 1, 12);

    @Test
    void estimatesRealNumbersAsOptunaDoes() {
        ParzenEstimate estimate = along(REAL, 0.5, -4, 9);

        assertLikelihood(estimate, -2.6055893775563894, -5);
        assertLikelihood(estimate, -2.5557611816506385, -4);
        assertLikelihood(estimate, -2.6035743792862034, 0.4);
        assertLikelihood(estimate, -3.008265876918774, 10);
    }

    @Test
    void estimatesFromOneTrialAsOptunaDoes() {
        ParzenEstimate estimate = along(REAL, 7);

        assertLikelihood(estimate, -2.926985186042588, -5);
        assertLikelihood(estimate, -2.64544490977409, 7);
        assertLikelihood(estimate, -2.6992032884955104, 10);
    }

    @Test
    void weighsOldTrialsLessAsOptunaDoes() {
        ParzenEstimate estimate =
                along(
                        REAL,
                        IntStream.range(0, 30)
                                .mapToDouble(i -> -5 + 15.0 * (i * 7 % 30) / 30)
                                .toArray());

        assertLikelihood(estimate, -3.564374357522111, -5);
        assertLikelihood(estimate, -2.8143167260144595, 2.2);
        assertLikelihood(estimate, -2.868483461802136, 9.5);
    }

    @Test
    void estimatesOnALogScaleAsOptunaDoes() {
        ParzenEstimate estimate = along(RealParameter.logUniform("rate", 1e-3, 1), 0.01, 0.02, 0.5);

        assertLikelihood(estimate, -2.418910525682324, 0.001);
        assertLikelihood(estimate, -1.7055288774231028, 0.02);
        assertLikelihood(estimate, -2.2064169028923324, 0.9);
    }

    @Test
    void estimatesIntegersAsOptunaDoes() {
        ParzenEstimate estimate = along(INTEGER, 3, 4, 11);

        assertLikelihood(estimate, -2.449812664336264, 1);
        assertLikelihood(estimate, -2.2349957358111565, 4);
        assertLikelihood(estimate, -2.820217690797705, 12);
    }

    @Test
    void estimatesAllParametersJointlyAsOptunaDoes() {
        ParzenEstimate estimate =
                ParzenEstimate.of(
                        SearchSpace.of(REAL, INTEGER),
                        List.of(new double[] {0.5, 3}, new double[] {-4, 4}, new double[] {9, 11}));

        assertLikelihood(estimate, -4.811781181643632, 0.4, 4);
        assertLikelihood(estimate, -5.563357232822778, 9, 12);
    }

    @Test
    void isThePriorWithoutTrials() {
        ParzenEstimate prior = along(INTEGER);

        assertThat(prior.logLikelihood(new double[] {1}))
                .isEqualTo(prior.logLikelihood(new double[] {12}));
        assertThat(
                        IntStream.rangeClosed(1, 12)
                                .mapToDouble(i -> Math.exp(prior.logLikelihood(new double[] {i})))
                                .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void drawsWithTheEstimatedLikelihood() {
        ParzenEstimate estimate = along(INTEGER, 1, 2, 2);
        SplittableRandom random = new SplittableRandom(1);
        int draws = 100_000;
        double[] shares = new double[13];
        for (int i = 0; i < draws; i++) {
            shares[(int) estimate.draw(random)[0]] += 1.0 / draws;
        }

        for (int value = 1; value <= 2; value++) {
            double likelihood = Math.exp(estimate.logLikelihood(new double[] {value}));
            assertThat(shares[value]).isCloseTo(likelihood, within(0.005));
        }
    }

    @Test
    void givesFullWeightToTheLatestTwentyFiveTrialsAndThePrior() {
        double[] weights = ParzenEstimate.weights(27);

        double full = weights[27];
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.copyOfRange(weights, 2, 27)).containsOnly(full);
        assertThat(weights[1]).isEqualTo(full);
        assertThat(weights[0]).isCloseTo(full / 27, within(1e-12));
        assertThat(ParzenEstimate.weights(3)).containsOnly(0.25);
    }

    private static ParzenEstimate along(SearchParameter parameter, double... coordinates) {
        return ParzenEstimate.of(
                SearchSpace.of(parameter),
                Arrays.stream(coordinates).mapToObj(value -> new double[] {value}).toList());
    }

    private static void assertLikelihood(ParzenEstimate estimate, double log, double... point) {
        assertThat(estimate.logLikelihood(point)).isCloseTo(log, within(1e-10));
    }
}
