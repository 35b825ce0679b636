package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void findsTheSlopeDespiteAFifthOfOutliers() {
        double[] times = IntStream.range(0, 50).asDoubleStream().toArray();
        double[] values = IntStream.range(0, 50).mapToDouble(i -> 7 + 3.0 * i).toArray();
        for (int i = 4; i < 50; i += 5) {
            values[i] += 10_000;
        }

        assertThat(Trend.of(times, values).slope()).isCloseTo(3, within(1e-9));
    }

    @Test
    void itsIntervalIsThatOfSen() {
        // 5 points, 10 slopes: C = 1.96 sqrt(5 * 4 * 15 / 18) = 8.0, so ranks 1 and 10 of 10.
        Trend trend = Trend.of(new double[] {0, 1, 2, 3, 4}, new double[] {0, 2, 3, 7, 8});

        assertThat(trend.slope()).isCloseTo((2 + 2.25) / 2, within(0.13));
        assertThat(trend.low()).isEqualTo(1);
        assertThat(trend.high()).isEqualTo(4);
    }

    @Test
    void itsIntervalContainsTheTrueSlopeInAboutNineteenOfTwentyRandomSeries() {
        Random random = new Random(1);
        int contained = 0;
        for (int series = 0; series < 400; series++) {
            double[] times = IntStream.range(0, 50).asDoubleStream().toArray();
            double[] values =
                    IntStream.range(0, 50)
                            .mapToDouble(i -> 0.5 * i + random.nextGaussian())
                            .toArray();
            Trend trend = Trend.of(times, values);
            contained += trend.low() <= 0.5 && 0.5 <= trend.high() ? 1 : 0;
        }

        assertThat(contained).isBetween(366, 394);
    }

    @Test
    void refusesASinglePoint() {
        assertThatThrownBy(() -> Trend.of(new double[] {1}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
