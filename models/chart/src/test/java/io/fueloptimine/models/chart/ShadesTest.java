package io.fueloptimine.models.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShadesTest {

    /** So that a black and white print tells low from high. */
    @Test
    void getDarkerStepByStep() {
        double lighter = 255;
        for (int level = 0; level < Colours.LEVELS; level++) {
            double luminance = luminance(Colours.level(level));
            assertThat(luminance).isLessThan(lighter);
            lighter = luminance;
        }
    }

    @Test
    void areNotDeterminedByAnOutlier() {
        double[] values = new double[100];
        for (int i = 0; i < 100; i++) {
            values[i] = i;
        }
        values[99] = 1e9;
        Shades shades = Shades.of(values);

        assertThat(shades.level(values[0])).isZero();
        assertThat(shades.level(values[50])).isBetween(7, 9);
        assertThat(shades.level(values[99])).isEqualTo(Colours.LEVELS - 1);
    }

    @Test
    void distinguishMissingValues() {
        assertThat(Shades.of(new double[] {1, Double.NaN, 2}).level(Double.NaN))
                .isEqualTo(Shades.MISSING);
        assertThat(Shades.of(new double[] {Double.NaN}).level(Double.NaN))
                .isEqualTo(Shades.MISSING);
    }

    @Test
    void areInTheMiddleWhereAllValuesAreTheSame() {
        assertThat(Shades.of(new double[] {3, 3, 3}).level(3)).isBetween(7, 8);
    }

    private static double luminance(String colour) {
        int red = Integer.parseInt(colour.substring(1, 3), 16);
        int green = Integer.parseInt(colour.substring(3, 5), 16);
        int blue = Integer.parseInt(colour.substring(5, 7), 16);
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }
}
