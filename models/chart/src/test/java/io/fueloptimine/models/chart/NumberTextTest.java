package io.fueloptimine.models.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumberTextTest {

    @Test
    void hasThreeSignificantDigits() {
        assertThat(NumberText.significant(1_234.56)).isEqualTo("1,235");
        assertThat(NumberText.significant(56.78)).isEqualTo("56.8");
        assertThat(NumberText.significant(-0.012345)).isEqualTo("−0.0123");
        assertThat(NumberText.significant(0.5)).isEqualTo("0.500");
        assertThat(NumberText.significant(1e-9)).isEqualTo("0.00000");
        assertThat(NumberText.significant(0)).isEqualTo("0");
    }

    @Test
    void dropsTrailingZeros() {
        assertThat(NumberText.plain(80)).isEqualTo("80");
        assertThat(NumberText.plain(0.5)).isEqualTo("0.5");
        assertThat(NumberText.plain(100)).isEqualTo("100");
        assertThat(NumberText.plain(2_000)).isEqualTo("2,000");
    }

    @Test
    void showsUnknownValuesAsADash() {
        assertThat(NumberText.fixed(Double.NaN, 2)).isEqualTo("–");
        assertThat(NumberText.plain(Double.NaN)).isEqualTo("–");
    }

    @Test
    void hasNoNegativeZero() {
        assertThat(NumberText.fixed(-0.001, 2)).isEqualTo("0.00");
    }

    @Test
    void doesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(NumberText.fixed(1_234.5, 1)).isEqualTo("1,234.5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
