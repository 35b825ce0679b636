package io.fueloptimine.jobs.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanIntervalTest {

    @Test
    void usesTheQuantilesOfPublishedTables() {
        assertThat(MeanInterval.quantile(1)).isCloseTo(12.706205, within(1e-6));
        assertThat(MeanInterval.quantile(9)).isCloseTo(2.262157, within(1e-6));
        assertThat(MeanInterval.quantile(19)).isCloseTo(2.093024, within(1e-6));
    }

    @Test
    void isTheMeanAndTheQuantileTimesTheStandardError() {
        // Standard deviation 1.581139, standard error 0.707107, quantile 2.776445.
        MeanInterval interval = MeanInterval.of(new double[] {1, 2, 3, 4, 5});

        assertThat(interval.count()).isEqualTo(5);
        assertThat(interval.mean()).isEqualTo(3);
        assertThat(interval.low()).isCloseTo(1.036757, within(1e-6));
        assertThat(interval.high()).isCloseTo(4.963243, within(1e-6));
    }

    @Test
    void hasNoWidthForEqualValues() {
        assertThat(MeanInterval.of(new double[] {2, 2, 2})).isEqualTo(new MeanInterval(3, 2, 2, 2));
    }

    @Test
    void isUnknownForTooFewValues() {
        assertThat(MeanInterval.of(new double[] {})).isEqualTo(MeanInterval.UNKNOWN);
        assertThat(MeanInterval.of(new double[] {4}))
                .isEqualTo(new MeanInterval(1, 4, Double.NaN, Double.NaN));
        assertThat(MeanInterval.of(new double[] {4}).known()).isFalse();
    }

    @Test
    void isUnknownWhenAValueIsNotFinite() {
        assertThat(MeanInterval.of(new double[] {4, Double.POSITIVE_INFINITY}).mean()).isNaN();
        assertThat(MeanInterval.of(new double[] {4, Double.NaN}).known()).isFalse();
    }
}
