package io.fueloptimine.models.alarm.tank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine that burns 4 L a minute. */
class MeteredFuelTest {

    private static final double L_PER_MIN = 4;
    private static final Double RATE_LPH = 60 * L_PER_MIN;

    @Test
    void countsTheCounterNotTheBiasedRate() {
        MeteredFuel fuel = MeteredFuel.NONE;
        for (int i = 0; i <= 60; i++) {
            fuel = fuel.with(60_000L * i, 1_000 + L_PER_MIN * i, 1.1 * RATE_LPH);
        }

        assertThat(fuel.totalL()).isCloseTo(240, within(1e-9));
        assertThat(fuel.continuous()).isTrue();
    }

    @Test
    void usesTheRateWithoutACounter() {
        MeteredFuel fuel = MeteredFuel.NONE;
        for (int i = 0; i <= 60; i++) {
            fuel = fuel.with(60_000L * i, null, RATE_LPH);
        }

        assertThat(fuel.totalL()).isCloseTo(240, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 9_999_999})
    void leavesOutAnExcursionOfTheCounter(double awayL) {
        MeteredFuel fuel = MeteredFuel.NONE;
        for (int i = 0; i <= 60; i++) {
            boolean away = i >= 10 && i < 14 || i == 20;
            fuel = fuel.with(60_000L * i, away ? awayL : 1_000 + L_PER_MIN * i, RATE_LPH);
        }

        assertThat(fuel.totalL()).isCloseTo(240, within(1e-9));
    }

    @Test
    void countsAStuckCounterByTheRateAndOnceWhenItCatchesUp() {
        MeteredFuel fuel = MeteredFuel.NONE;
        for (int i = 0; i <= 60; i++) {
            double counterL = 1_000 + L_PER_MIN * (i >= 10 && i < 25 ? 10 : i);
            fuel = fuel.with(60_000L * i, counterL, RATE_LPH);
        }

        assertThat(fuel.totalL()).isCloseTo(240, within(1e-9));
    }

    @Test
    void knowsTheFuelOfAGapByTheCounterOnly() {
        MeteredFuel before = MeteredFuel.NONE.with(0, 1_000.0, RATE_LPH);

        MeteredFuel counted = before.with(60_000L * 90, 1_360.0, RATE_LPH);
        assertThat(counted.totalL()).isCloseTo(360, within(1e-9));
        assertThat(counted.continuous()).isTrue();
        assertThat(before.with(60_000L * 90, null, RATE_LPH).continuous()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverFallsAndMissesAtMostTheMinuteOfAReset(long seed) {
        Random random = new Random(seed);
        MeteredFuel fuel = MeteredFuel.NONE;
        double burntL = 0;
        double counterL = random.nextInt(100_000);
        int resets = 0;
        for (int i = 0; i <= 1_440; i++) {
            double rateLph = random.nextInt(4) == 0 ? 0 : 40 + 350 * random.nextDouble();
            burntL += i == 0 ? 0 : rateLph / 60;
            counterL += rateLph / 60;
            if (random.nextInt(200) == 0) {
                counterL = random.nextBoolean() ? 0 : 500_000;
                resets++;
            }
            boolean missing = random.nextInt(10) == 0;
            Double shownL = missing ? null : Double.valueOf(Math.floor(counterL * 2) / 2);
            MeteredFuel next = fuel.with(60_000L * i, shownL, rateLph);
            assertThat(next.totalL()).isGreaterThanOrEqualTo(fuel.totalL());
            fuel = next;
        }

        assertThat(resets).isPositive();
        assertThat(fuel.totalL()).isCloseTo(burntL, within(1 + 8.0 * resets));
    }
}
