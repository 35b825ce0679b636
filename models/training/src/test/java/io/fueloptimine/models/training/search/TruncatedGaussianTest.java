package io.fueloptimine.models.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TruncatedGaussianTest {

    @Test
    void matchesTheTablesOfTheNormalDistribution() {
        assertThat(TruncatedGaussian.cumulative(0)).isEqualTo(0.5);
        assertThat(TruncatedGaussian.cumulative(-1)).isCloseTo(0.15865525393145707, within(1e-15));
        assertThat(TruncatedGaussian.cumulative(1.959963984540054)).isCloseTo(0.975, within(1e-15));
        assertThat(TruncatedGaussian.cumulative(6))
                .isCloseTo(1 - 9.8658764503769e-10, within(1e-15));
        assertThat(TruncatedGaussian.cumulative(-40)).isZero();
        assertThat(TruncatedGaussian.cumulative(40)).isEqualTo(1);
    }

    @Test
    void hasAllItsMassBetweenItsBounds() {
        TruncatedGaussian gaussian = new TruncatedGaussian(1, 2, 0, 3);
        double integral = 0;
        for (int i = 0; i < 3_000; i++) {
            integral += Math.exp(gaussian.logDensity((i + 0.5) / 1_000)) / 1_000;
        }

        assertThat(integral).isCloseTo(1, within(1e-6));
        assertThat(gaussian.logMass(0, 3)).isCloseTo(0, within(1e-12));
    }

    @Test
    void drawsBetweenItsBoundsEvenFromTheEdge() {
        TruncatedGaussian gaussian = new TruncatedGaussian(3, 3, 0, 3);
        SplittableRandom random = new SplittableRandom(1);
        int draws = 50_000;
        int upper = 0;
        for (int i = 0; i < draws; i++) {
            double drawn = gaussian.draw(random);
            assertThat(drawn).isBetween(0.0, 3.0);
            upper += drawn > 1.5 ? 1 : 0;
        }

        assertThat((double) upper / draws)
                .isCloseTo(Math.exp(gaussian.logMass(1.5, 3)), within(0.01));
    }
}
