package io.fueloptimine.models.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Delay and false alarms of ADWIN on errors of any scale, brought to one by ReferenceScale. */
class DetectorScaleTest {

    private static final AdwinSettings SETTINGS =
            new AdwinSettings(0.002, 5, 5, 1, 10, AdwinCut.WORST_BORDER);
    private static final double[] SIGMAS = {0.05, 1, 20};

    private enum Noise {
        NORMAL(Random::nextGaussian),
        UNIFORM(random -> (random.nextDouble() - 0.5) * Math.sqrt(12)),
        BERNOULLI(random -> random.nextBoolean() ? 1 : -1);

        /** Samples with mean 0 and standard deviation 1. */
        final ToDoubleFunction<Random> samples;

        Noise(ToDoubleFunction<Random> samples) {
            this.samples = samples;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isSilentOnStationaryErrorsOfEachScale(Noise noise) {
        for (double sigma : SIGMAS) {
            int alarms = 0;
            ReferenceScale scale = new ReferenceScale(3 * sigma, sigma, 4);
            Adwin adwin = new Adwin(SETTINGS, AdwinState.empty(SETTINGS));
            Random random = new Random(11);
            for (int i = 0; i < 1_000_000; i++) {
                double error = (3 + noise.samples.applyAsDouble(random)) * sigma;
                alarms += adwin.add(scale.sample(error)).isPresent() ? 1 : 0;
            }
            assertThat(alarms).as("alarms in 1,000,000, sigma " + sigma).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void detectsAShiftOfOneSigmaAfterTheSameDelayAtEachScale() {
        double[] delays = Arrays.stream(SIGMAS).map(DetectorScaleTest::medianDelay).toArray();
        for (double delay : delays) {
            assertThat(delay).isLessThan(110).isCloseTo(delays[1], within(delays[1] / 10));
        }
    }

    @Test
    void countsAWildErrorNoMoreThanTheBound() {
        ReferenceScale scale = new ReferenceScale(10, 2, 3);
        assertThat(scale.sample(1e9)).isEqualTo(1);
        assertThat(scale.sample(-1e9)).isZero();
        assertThat(scale.sample(10)).isEqualTo(0.5);
        assertThat(scale.error(scale.sample(11.5))).isCloseTo(11.5, within(1e-12));
    }

    @Test
    void refusesAReferenceWithoutSpread() {
        assertThatThrownBy(() -> new ReferenceScale(0, 0, 3)).hasMessageContaining("spread: 0.0");
        assertThatThrownBy(() -> new ReferenceScale(0, 1, -1)).hasMessageContaining("bound: -1.0");
        assertThatThrownBy(() -> new ReferenceScale(Double.NaN, 1, 3))
                .hasMessageContaining("finite");
    }

    private static double medianDelay(double sigma) {
        double[] delays = new double[101];
        for (int seed = 0; seed < delays.length; seed++) {
            delays[seed] = delay(sigma, seed);
        }
        Arrays.sort(delays);
        return delays[delays.length / 2];
    }

    private static int delay(double sigma, int seed) {
        ReferenceScale scale = new ReferenceScale(0, sigma, 4);
        Adwin adwin = new Adwin(SETTINGS, AdwinState.empty(SETTINGS));
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            adwin.add(scale.sample(random.nextGaussian() * sigma));
        }
        for (int i = 1; i < 10_000; i++) {
            if (adwin.add(scale.sample((1 + random.nextGaussian()) * sigma)).isPresent()) {
                return i;
            }
        }
        throw new AssertionError("shift not detected, sigma " + sigma);
    }
}
