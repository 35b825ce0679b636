package io.fueloptimine.models.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void areRoundNumbers() {
        Ticks ticks = Ticks.over(0.3, 10.4, 6);

        assertThat(ticks.values()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0);
        assertThat(ticks.label(4)).isEqualTo("4");
    }

    @Test
    void haveTheDecimalsOfTheirStep() {
        Ticks ticks = Ticks.over(-0.05, 0.11, 4);

        assertThat(ticks.values().mapToObj(ticks::label))
                .containsExactly("−0.05", "0.00", "0.05", "0.10", "0.15");
    }

    @Test
    void addNoStepBeyondARoundEnd() {
        assertThat(Ticks.over(0, 0.3, 3).high()).isEqualTo(0.30000000000000004);
        assertThat(Ticks.over(0, 100, 5).last()).isEqualTo(5);
    }

    @Test
    void coverAllValuesInAboutTheWantedSteps() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double least = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 6);
            double greatest = least + random.nextDouble() * Math.pow(10, random.nextInt(12) - 6);
            Ticks ticks = Ticks.over(least, greatest, 7);
            double slack = 1e-6 * ticks.step();

            assertThat(ticks.low()).isLessThanOrEqualTo(least + slack);
            assertThat(ticks.high()).isGreaterThanOrEqualTo(greatest - slack);
            assertThat(ticks.last() - ticks.first()).isBetween(1L, 9L);
        }
    }

    @Test
    void extendAroundASingleValue() {
        assertThat(Ticks.over(0, 0, 5).low()).isNegative();
        assertThat(Ticks.over(5, 5, 5).low()).isLessThan(5);
        assertThat(Ticks.over(5, 5, 5).high()).isGreaterThan(5);
    }
}
