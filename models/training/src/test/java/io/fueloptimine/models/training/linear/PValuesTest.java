package io.fueloptimine.models.training.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PValuesTest {

    /** Critical values of printed tables, given there to three decimals. */
    @Test
    void matchTheTablesAtFivePercent() {
        assertThat(PValues.ofT(2.262, 9)).isCloseTo(0.05, within(1e-4));
        assertThat(PValues.ofT(-2.262, 9)).isCloseTo(0.05, within(1e-4));
        assertThat(PValues.ofF(3.374, 6, 9)).isCloseTo(0.05, within(1e-4));
        assertThat(PValues.ofChiSquared(12.592, 6)).isCloseTo(0.05, within(1e-5));
    }

    @Test
    void keepTheirPrecisionInTheTail() {
        assertThat(PValues.ofT(1e6, 3) / (4 * Math.sqrt(3) / Math.PI * 1e-18))
                .isCloseTo(1, within(1e-9));
        assertThat(PValues.ofF(1e10, 2, 4) / Math.pow(1 + 5e9, -2)).isCloseTo(1, within(1e-9));
        assertThat(PValues.ofChiSquared(400, 2) / Math.exp(-200)).isCloseTo(1, within(1e-12));
    }

    @Test
    void rangeFromOneToZero() {
        assertThat(PValues.ofT(0, 9)).isEqualTo(1);
        assertThat(PValues.ofF(0, 6, 9)).isEqualTo(1);
        assertThat(PValues.ofChiSquared(0, 6)).isEqualTo(1);
        assertThat(PValues.ofT(Double.POSITIVE_INFINITY, 9)).isZero();
        assertThat(PValues.ofF(Double.POSITIVE_INFINITY, 6, 9)).isZero();
        assertThat(PValues.ofChiSquared(1e5, 6)).isZero();
    }

    @Test
    void areNaNForNaN() {
        assertThat(PValues.ofT(Double.NaN, 9)).isNaN();
        assertThat(PValues.ofF(Double.NaN, 6, 9)).isNaN();
        assertThat(PValues.ofChiSquared(Double.NaN, 6)).isNaN();
    }
}
