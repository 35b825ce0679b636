package io.fueloptimine.jobs.simulator.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

    private static final int DRAWS = 50_000;

    @Test
    void continuesFromItsStateAsIfItHadNotBeenInterrupted() {
        SeededRandom random = SeededRandom.of(7, "T1");
        draws(random::gaussian);
        SeededRandom restored = new SeededRandom(random.state());

        for (int i = 0; i < 100; i++) {
            assertThat(restored.uniform()).isEqualTo(random.uniform());
        }
    }

    @Test
    void machinesOfOneSeedDrawIndependentNumbers() {
        double[] one = draws(SeededRandom.of(7, "T1")::uniform);
        double[] other = draws(SeededRandom.of(7, "T2")::uniform);
        double covariance = 0;
        for (int i = 0; i < DRAWS; i++) {
            covariance += (one[i] - 0.5) * (other[i] - 0.5) / DRAWS;
        }

        assertThat(12 * covariance).isCloseTo(0, within(0.02));
    }

    @Test
    void uniformNumbersAreAtLeastZeroAndBelowOne() {
        double[] draws = draws(new SeededRandom(3)::uniform);

        assertThat(DoubleStream.of(draws).min().orElseThrow()).isBetween(0.0, 0.001);
        assertThat(DoubleStream.of(draws).max().orElseThrow()).isGreaterThan(0.999).isLessThan(1);
    }

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOneAndAreFinite() {
        double[] draws = draws(new SeededRandom(4)::gaussian);

        assertThat(mean(draws)).isCloseTo(0, within(0.02));
        assertThat(DoubleStream.of(draws).map(x -> x * x).average().orElseThrow())
                .isCloseTo(1, within(0.03));
        assertThat(DoubleStream.of(draws).allMatch(Double::isFinite)).isTrue();
    }

    @Test
    void exponentialNumbersHaveTheirMeanAndAreNotNegative() {
        SeededRandom random = new SeededRandom(5);
        double[] draws = draws(() -> random.exponential(215));

        assertThat(mean(draws)).isCloseTo(215, within(5.0));
        assertThat(DoubleStream.of(draws).allMatch(x -> x >= 0)).isTrue();
    }

    @Test
    void integersAreEquallyFrequentFromZeroToBelowTheBound() {
        SeededRandom random = new SeededRandom(6);
        int[] counts = new int[7];
        for (int i = 0; i < DRAWS; i++) {
            counts[random.below(7)]++;
        }

        for (int count : counts) {
            assertThat(count).isBetween(DRAWS / 7 - 500, DRAWS / 7 + 500);
        }
    }

    @Test
    void nothingWithProbabilityZeroHappensAndEverythingWithProbabilityOneDoes() {
        SeededRandom random = new SeededRandom(8);
        for (int i = 0; i < 1_000; i++) {
            assertThat(random.chance(0)).isFalse();
            assertThat(random.chance(1)).isTrue();
        }
    }

    @Test
    void durationsHaveTheirMeanShareOfZerosAndMaximum() {
        SeededRandom random = new SeededRandom(9);
        DurationDistribution repair = DurationDistribution.ofMeanAndSd(3_000, 700, 7_200);
        DurationDistribution hold = new DurationDistribution(4.6, 1.05, 0.98, 0.335, 1_500);
        double[] repairs = draws(() -> repair.draw(random));
        double[] holds = draws(() -> hold.draw(random));

        assertThat(mean(repairs)).isCloseTo(3_000, within(30.0));
        assertThat(DoubleStream.of(repairs).allMatch(s -> s > 0 && s <= 7_200)).isTrue();
        assertThat(DoubleStream.of(holds).filter(s -> s == 0).count() / (double) DRAWS)
                .isCloseTo(0.335, within(0.01));
        assertThat(DoubleStream.of(holds).max().orElseThrow()).isEqualTo(1_500);
    }

    private static double[] draws(DoubleSupplier draw) {
        return DoubleStream.generate(draw).limit(DRAWS).toArray();
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }
}
