package io.fueloptimine.models.alarm.tank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class LossFitTest {

    private static final double ERROR_L = 2.5;
    private static final double METER_ERROR = 0.02;

    @Test
    void tellsALeakFromAWrongMeterWhereTheRateChanges() {
        IntToDoubleFunction rate = i -> i % 12 < 6 ? 300 : i % 24 < 12 ? 40 : 0;
        LossEstimate leak = fit(rate, 6, 0);
        LossEstimate bias = fit(rate, 0, 0.03);

        assertThat(leak.leakLph()).isCloseTo(6, within(3 * leak.leakErrorLph()));
        assertThat(leak.sigmas()).isGreaterThan(5);
        assertThat(Math.abs(bias.sigmas())).isLessThan(3);
        assertThat(bias.meterShare()).isCloseTo(0.03, within(4 * bias.meterErrorShare()));
    }

    /** At a steady rate only what is known of the meter bounds the leak: 2 % of 160 L/h. */
    @Test
    void hasTheErrorOfTheMeterAtASteadyRate() {
        LossEstimate leak = fit(i -> 160, 6, 0);

        assertThat(leak.leakErrorLph()).isCloseTo(0.02 * 160, within(0.1));
        assertThat(leak.sigmas()).isLessThan(3);
    }

    @Test
    void estimatesItsErrorHonestly() {
        int within2 = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            LossEstimate leak =
                    LossFit.of(blocks(i -> i % 12 < 6 ? 300 : 40, 5, 0, random), 0, METER_ERROR);
            within2 += Math.abs(leak.leakLph() - 5) <= 2 * leak.leakErrorLph() ? 1 : 0;
        }
        assertThat(within2).isBetween(370, 400);
    }

    @Test
    void knowsNothingOfAFewBlocks() {
        List<BalanceBlock> few = blocks(i -> 200, 5, 0, new Random(1)).subList(0, 5);

        assertThat(LossFit.of(few, 0, METER_ERROR)).isEqualTo(LossEstimate.NONE);
    }

    private static LossEstimate fit(IntToDoubleFunction rateLph, double leakLph, double share) {
        return LossFit.of(blocks(rateLph, leakLph, share, new Random(7)), 0, METER_ERROR);
    }

    /** A day in blocks of ten minutes; the meter counts {@code share} too much. */
    private static List<BalanceBlock> blocks(
            IntToDoubleFunction rateLph, double leakLph, double share, Random random) {
        List<BalanceBlock> blocks = new ArrayList<>();
        double burntL = 0;
        for (int i = 0; i < 144; i++) {
            burntL += rateLph.applyAsDouble(i) / 6;
            double meteredL = burntL * (1 + share);
            double levelL = 4_000 - burntL - leakLph * i / 6.0 + ERROR_L * random.nextGaussian();
            blocks.add(
                    new BalanceBlock(
                            i / 72, 600_000L * i, levelL + meteredL, meteredL, ERROR_L * ERROR_L));
        }
        return blocks;
    }
}
