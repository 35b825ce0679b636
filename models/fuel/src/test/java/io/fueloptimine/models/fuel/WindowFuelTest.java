package io.fueloptimine.models.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Litres of one minute from a rate, L/h, and a counter, L, one sample a second. */
class WindowFuelTest {

    private static final double MISSING = Double.NaN;
    private static final int SECONDS = 60;

    private final double[] rateLph = new double[SECONDS];
    private final double[] usedL = new double[SECONDS];

    WindowFuelTest() {
        Arrays.fill(rateLph, MISSING);
        Arrays.fill(usedL, MISSING);
    }

    @Test
    void isNothingForAWindowWithoutSamples() {
        assertThat(fuel()).isEqualTo(new WindowFuel(0, 0, null));
    }

    @Test
    void aSingleCountGivesNoLitres() {
        usedL[30] = 10_000;

        assertThat(fuel()).isEqualTo(new WindowFuel(0, 0, null));
    }

    @Test
    void aCounterThatIsReplacedBurnsNothingAtTheReplacement() {
        for (int second = 0; second < SECONDS; second++) {
            usedL[second] = second < 30 ? 50_000 + 0.1 * second : 0.1 * (second - 30);
        }

        WindowFuel fuel = fuel();
        assertThat(fuel.litres() / fuel.coveredS()).isCloseTo(0.1, within(1e-9));
        assertThat(fuel.litres()).isBetween(5.5, 6.001);
    }

    @Test
    void aCounterThatIsSetForwardBurnsNothingAtTheLeap() {
        for (int second = 0; second < SECONDS; second++) {
            usedL[second] = 0.1 * second + (second < 30 ? 0 : 5_000);
        }

        assertThat(fuel().litres()).isBetween(5.5, 6.001);
    }

    @Test
    void aRateOfZeroWithAStandingCounterIsNoFuelInACoveredWindow() {
        Arrays.fill(rateLph, 0);
        Arrays.fill(usedL, 800);

        assertThat(fuel().litres()).isZero();
        assertThat(fuel().coveredS()).isCloseTo(60, within(1e-9));
    }

    @Test
    void aNegativeRateGivesNoFuelBack() {
        Arrays.fill(rateLph, -40);

        assertThat(fuel().litres()).isZero();
    }

    @Test
    void aGapOfTheRateIsNotFilledWithoutACounter() {
        for (int second = 0; second < 20; second++) {
            rateLph[second] = 360;
        }

        assertThat(fuel().litres()).isCloseTo(2.9, within(1e-9));
        assertThat(fuel().coveredS()).isCloseTo(29, within(1e-9));
    }

    @Test
    void isNeverNegativeAndCoversNoMoreThanTheWindowForAnySilenceWithinIt() {
        Random random = new Random(20260105);
        for (int trial = 0; trial < 1_000; trial++) {
            double level = 10_000;
            for (int second = 0; second < SECONDS; second++) {
                level += random.nextInt(20) == 0 ? random.nextInt(2_000) - 1_000 : 0.1;
                usedL[second] = random.nextInt(3) == 0 ? MISSING : Math.round(level * 2) / 2.0;
                rateLph[second] = random.nextInt(4) == 0 ? MISSING : 420 * random.nextDouble();
            }
            int silentFrom = 5 + random.nextInt(50);
            int silentTo = silentFrom + random.nextInt(56 - silentFrom);
            Arrays.fill(rateLph, silentFrom, silentTo, MISSING);
            WindowFuel fuel = fuel();

            assertThat(fuel.litres()).isNotNegative().isFinite();
            assertThat(fuel.coveredS()).isBetween(0.0, 60 + 1e-6);
        }
    }

    private WindowFuel fuel() {
        WindowSamples samples = new WindowSamples();
        for (int second = 0; second < SECONDS; second++) {
            double[] row = new double[WindowSamples.WIDTH];
            Arrays.fill(row, MISSING);
            row[WindowSamples.TIME_MS] = second * 1_000.0;
            row[WindowSamples.SEQUENCE] = second;
            row[WindowSamples.FUEL_RATE_LPH] = rateLph[second];
            row[WindowSamples.FUEL_USED_L] = usedL[second];
            samples.add(row);
        }
        return WindowFuel.of(samples, 0, 60_000);
    }
}
