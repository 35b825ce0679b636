package io.fueloptimine.models.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AxisScaleTest {

    private static final Offset<Double> ROUNDING = within(1e-6);

    @Test
    void mapsTheEndsOfTheTicksToTheEndsOfTheAxis() {
        AxisScale scale = scale(0.3, 10.4, 100, 700);

        assertThat(scale.at(scale.ticks().low())).isEqualTo(100);
        assertThat(scale.at(scale.ticks().high())).isCloseTo(700, ROUNDING);
    }

    @Test
    void putsLargerValuesHigherOnAVerticalAxis() {
        AxisScale scale = scale(-5, 5, 400, 46);

        assertThat(scale.at(5)).isLessThan(scale.at(-5));
        assertThat(scale.at(0)).isCloseTo(223, ROUNDING);
    }

    @Test
    void placesEveryValueOfItsDataBetweenItsEnds() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            double least = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(8));
            double greatest = least + random.nextDouble() * Math.pow(10, random.nextInt(8) - 3);
            AxisScale scale = scale(least, greatest, 60, 690);
            double between = least + random.nextDouble() * (greatest - least);

            for (double x : scale.at(new double[] {least, between, greatest})) {
                assertThat(x).isBetween(60 - 1e-3, 690 + 1e-3);
            }
        }
    }

    @Test
    void keepsTheOrderOfValues() {
        AxisScale scale = scale(-3, 8, 0, 500);
        double[] pixels = scale.at(new Random(3).doubles(200, -3, 8).sorted().toArray());

        assertThat(pixels).isSorted();
    }

    private static AxisScale scale(double least, double greatest, double from, double to) {
        return new AxisScale("value, L", Ticks.over(least, greatest, 7), from, to);
    }
}
