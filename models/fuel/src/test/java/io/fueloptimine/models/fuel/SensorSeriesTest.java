package io.fueloptimine.models.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.SensorSeries.Integral;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SensorSeriesTest {

    @Test
    void coversNothingWithoutValues() {
        SensorSeries none = new SensorSeries(new double[0], new double[0]);

        assertThat(none.integral(0, 60_000)).isEqualTo(new Integral(0, 0));
        assertThat(none.integral(0, 60_000).mean()).isNaN();
        assertThat(none.spanS()).isZero();
        assertThat(none.max()).isNaN();
        assertThat(none.mean()).isNaN();
        assertThat(none.standardDeviation()).isNaN();
    }

    @Test
    void oneValueCoversAtMostTenSecondsBeforeAndAfterIt() {
        SensorSeries one = new SensorSeries(new double[] {30_000}, new double[] {120});

        assertThat(one.integral(0, 60_000)).isEqualTo(new Integral(20 * 120, 20));
        assertThat(one.integral(27_000, 31_000)).isEqualTo(new Integral(4 * 120, 4));
        assertThat(one.standardDeviation()).isZero();
    }

    @Test
    void aGapOfTwentySecondsIsBridgedAndTheRestOfALongerOneIsNot() {
        double[] values = {100, 200};

        assertThat(new SensorSeries(new double[] {0, 10_000}, values).integral(0, 10_000))
                .isEqualTo(new Integral(1_500, 10));
        assertThat(new SensorSeries(new double[] {0, 20_000}, values).integral(0, 20_000))
                .isEqualTo(new Integral(3_000, 20));
        assertThat(new SensorSeries(new double[] {0, 50_000}, values).integral(0, 50_000))
                .isEqualTo(new Integral(3_000, 20));
        assertThat(new SensorSeries(new double[] {0, 50_000}, values).gaps(0, 50_000))
                .containsExactly(new double[] {10_000, 40_000});
    }

    @Test
    void integratesAPartOfTheWindow() {
        SensorSeries series =
                new SensorSeries(new double[] {0, 10_000, 20_000}, new double[] {0, 100, 100});

        assertThat(series.integral(0, 30_000, 5_000, 15_000))
                .isEqualTo(new Integral(5 * 75 + 5 * 100, 10));
        assertThat(series.integral(0, 30_000, 25_000, 60_000)).isEqualTo(new Integral(500, 5));
        assertThat(series.integral(0, 30_000, 31_000, 60_000)).isEqualTo(new Integral(0, 0));
    }

    @Test
    void neverCoversMoreThanTheWindowAndItsMeanLiesBetweenItsValues() {
        Random random = new Random(20260105);
        for (int trial = 0; trial < 500; trial++) {
            int size = 1 + random.nextInt(40);
            double[] times = random.doubles(size, 0, 60_000).sorted().toArray();
            double[] values = random.doubles(size, 50, 400).toArray();
            SensorSeries series = new SensorSeries(times, values);
            Integral integral = series.integral(0, 60_000);

            assertThat(integral.seconds()).isBetween(0.0, 60 + 1e-9);
            assertThat(integral.mean())
                    .isBetween(
                            Arrays.stream(values).min().orElseThrow() - 1e-9, series.max() + 1e-9);
        }
    }

    @Test
    void hasTheMomentsOfItsValues() {
        SensorSeries series =
                new SensorSeries(
                        new double[] {0, 1_000, 2_000, 3_000}, new double[] {-2, -2, -4, -4});

        assertThat(series.mean()).isEqualTo(-3);
        assertThat(series.standardDeviation()).isEqualTo(1);
        assertThat(series.max()).isEqualTo(-2);
        assertThat(series.spanS()).isCloseTo(3, within(1e-12));
    }
}
