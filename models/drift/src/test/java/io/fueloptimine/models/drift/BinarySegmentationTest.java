package io.fueloptimine.models.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinarySegmentationTest {

    private static final BinarySegmentation LEVELS = new BinarySegmentation(6, 0.05, 4);

    @Test
    void findsTheSampleAtWhichTheLevelRose() {
        assertThat(LEVELS.startOfNewest(series(60, 0, 0, at -> at < 40 ? 0 : 0.15))).isEqualTo(40);
        for (int seed = 0; seed < 50; seed++) {
            assertThat(LEVELS.startOfNewest(series(60, 0.02, seed, at -> at < 40 ? 0 : 0.15)))
                    .as("seed " + seed)
                    .isBetween(39, 41);
        }
    }

    @Test
    void findsTheLastOfSeveralChanges() {
        IntToDoubleFunction dryWetDry = at -> at >= 30 && at < 50 ? 0.15 : 0;

        for (int seed = 0; seed < 50; seed++) {
            assertThat(LEVELS.startOfNewest(series(64, 0.02, seed, dryWetDry)))
                    .as("seed " + seed)
                    .isBetween(49, 51);
        }
    }

    @Test
    void findsNoChangeInNoise() {
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            found += LEVELS.startOfNewest(series(300, 0.03, seed, at -> 0)) > 0 ? 1 : 0;
        }
        assertThat(found).as("of 200 series without a change").isLessThanOrEqualTo(4);
    }

    @Test
    void ignoresShiftsBelowTheBound() {
        assertThat(LEVELS.startOfNewest(series(60, 0.001, 1, at -> at < 40 ? 0 : 0.04))).isZero();
    }

    @Test
    void findsNoChangeInAShortSeries() {
        assertThat(LEVELS.startOfNewest(new double[0])).isZero();
        assertThat(LEVELS.startOfNewest(series(11, 0, 1, at -> at))).isZero();
        assertThat(LEVELS.startOfNewest(series(12, 0, 1, at -> at < 6 ? 0 : 1))).isEqualTo(6);
    }

    @Test
    void rejectsLevelsOfOneSample() {
        assertThatThrownBy(() -> new BinarySegmentation(1, 0.05, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fewest: 1, expected 2 or more");
    }

    private static double[] series(int count, double noise, int seed, IntToDoubleFunction level) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToDouble(at -> level.applyAsDouble(at) + noise * random.nextGaussian())
                .toArray();
    }
}
