package io.fueloptimine.models.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TankBalanceTest {

    private static final double TANK_L = 4_000;
    private static final int SPAN_MIN = 45;

    /** 240 L/h are 4 L/min, 0.1 % of the tank. */
    private static final double L_PER_MIN = 4;

    @Test
    void findsNoExcessWhereTheLevelFallsByTheBurn() {
        assertThat(history(30, 0, true, false).excessPct(TANK_L)).isCloseTo(0, within(1e-9));
        assertThat(history(30, 0, false, true).excessPct(TANK_L)).isCloseTo(0, within(1e-9));
    }

    @Test
    void findsWhatLeavesTheTankBeyondTheBurn() {
        // 0.05 % more per minute; the means of the ends are 25 minutes apart.
        assertThat(history(30, 0.05, true, true).excessPct(TANK_L))
                .isCloseTo(25 * 0.05, within(1e-9));
    }

    @Test
    void hasNoBalanceBeforeFifteenMinutes() {
        assertThat(history(14, 0.05, true, true).excessPct(TANK_L)).isNaN();
        assertThat(history(15, 0.05, true, true).excessPct(TANK_L)).isNotNaN();
        assertThat(TankBalance.EMPTY.excessPct(TANK_L)).isNaN();
    }

    @Test
    void countsTheWholeFallWhereNothingReportsTheBurn() {
        assertThat(history(30, 0, false, false).excessPct(TANK_L)).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void keepsNoMoreMinutesThanTheSpan() {
        TankBalance history = history(200, 0, true, true);

        assertThat(history.points()).hasSize(SPAN_MIN);
        assertThat(history.excessPct(TANK_L)).isCloseTo(0, within(1e-9));
    }

    @Test
    void restartsAfterARefuelling() {
        TankBalance history = history(20, 0, true, true);
        double before = history.points().get(19).levelPct();

        assertThat(with(history, 20, before + 2.9).points()).hasSize(21);
        assertThat(with(history, 20, before + 3.0).points()).hasSize(1);
    }

    @Test
    void restartsAfterAGapOfMoreThanFiveMinutes() {
        TankBalance history = history(20, 0, true, true);

        assertThat(with(history, 24, 80).points()).hasSize(21);
        assertThat(with(history, 25, 80).points()).hasSize(1);
    }

    @Test
    void restartsWhenTimeDoesNotAdvance() {
        TankBalance history = history(20, 0, true, true);

        assertThat(with(history, 19, 80).points()).hasSize(1);
        assertThat(with(history, 3, 80).points()).hasSize(1);
    }

    @Test
    void usesTheRateWhereTheCounterIsStuckReplacedOrJumps() {
        for (double counterL : new double[] {1_000, 0, 9_999_999}) {
            TankBalance history =
                    TankBalance.EMPTY
                            .with(Minutes.tank(0, 80, 1_000.0, 240.0), SPAN_MIN)
                            .with(Minutes.tank(1, 79.9, counterL, 240.0), SPAN_MIN);

            assertThat(history.points().get(1).burntL())
                    .as("counter at %s", counterL)
                    .isCloseTo(4, within(1e-9));
        }
    }

    @Test
    void believesTheCounterThatCountsMoreThanTheRate() {
        TankBalance history =
                TankBalance.EMPTY
                        .with(Minutes.tank(0, 80, 1_000.0, 240.0), SPAN_MIN)
                        .with(Minutes.tank(1, 79.9, 1_020.0, 240.0), SPAN_MIN);

        assertThat(history.points().get(1).burntL()).isCloseTo(20, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 9_999_999})
    void findsNoLeakAfterAnExcursionOfTheCounterWithoutARate(double valueL) {
        TankBalance history = TankBalance.EMPTY;
        for (int i = 0; i < 40; i++) {
            boolean away = i >= 10 && i < 14 || i == 20;
            double counterL = away ? valueL : 1_000 + L_PER_MIN * i;
            history = history.with(Minutes.tank(i, 90 - 0.1 * i, counterL, null), SPAN_MIN);
        }

        assertThat(history.excessPct(TANK_L)).isCloseTo(0, within(1e-9));
    }

    @Test
    void countsTheBurnOfAStuckCounterThatCatchesUp() {
        TankBalance history = TankBalance.EMPTY;
        for (int i = 0; i < 40; i++) {
            double counterL = 1_000 + L_PER_MIN * (i >= 10 && i < 25 ? 10 : i);
            history = history.with(Minutes.tank(i, 90 - 0.1 * i, counterL, null), SPAN_MIN);
        }

        assertThat(history.excessPct(TANK_L)).isCloseTo(0, within(1e-9));
    }

    @Test
    void startsOnANewLineWhenTheCounterIsReplaced() {
        TankBalance history = TankBalance.EMPTY;
        for (int i = 0; i < 40; i++) {
            double counterL = i < 20 ? 1_000 + L_PER_MIN * i : L_PER_MIN * (i - 20);
            history = history.with(Minutes.tank(i, 90 - 0.1 * i, counterL, 240.0), SPAN_MIN);
        }

        assertThat(history.excessPct(TANK_L)).isCloseTo(0, within(1e-9));
    }

    @Test
    void keepsTheAlarmDelayWhenTheBalanceRestarts() {
        AlarmDelay delay = new AlarmDelay(7, 0, true);

        TankBalance refuelled = with(history(20, 0, true, true).with(delay), 20, 99);

        assertThat(refuelled.points()).hasSize(1);
        assertThat(refuelled.delay()).isEqualTo(delay);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void staysBelowTheLeakThresholdUnderSloshAlone(long seed) {
        Random random = new Random(seed);
        TankBalance history = TankBalance.EMPTY;
        for (int i = 0; i < 300; i++) {
            double slosh = random.nextDouble() - 0.5;
            double counterL = 1_000 + L_PER_MIN * i;
            history = history.with(Minutes.tank(i, 90 - 0.1 * i + slosh, counterL, null), SPAN_MIN);
            double excess = history.excessPct(TANK_L);
            if (!Double.isNaN(excess)) {
                assertThat(Math.abs(excess)).isLessThan(AlarmSettings.defaults().leakExcessPct());
            }
        }
    }

    /** Minutes 0 to {@code minutes - 1} at a steady burn, with a leak in % of the tank a minute. */
    private static TankBalance history(int minutes, double leakPct, boolean counter, boolean rate) {
        TankBalance history = TankBalance.EMPTY;
        for (int i = 0; i < minutes; i++) {
            double levelPct = 90 - i * (100 * L_PER_MIN / TANK_L + leakPct);
            Double counterL = counter ? Double.valueOf(1_000 + L_PER_MIN * i) : null;
            Double rateLph = rate ? Double.valueOf(60 * L_PER_MIN) : null;
            history = history.with(Minutes.tank(i, levelPct, counterL, rateLph), SPAN_MIN);
        }
        return history;
    }

    private static TankBalance with(TankBalance history, int minute, double levelPct) {
        return history.with(
                Minutes.tank(minute, levelPct, 1_000 + L_PER_MIN * minute, 240.0), SPAN_MIN);
    }
}
