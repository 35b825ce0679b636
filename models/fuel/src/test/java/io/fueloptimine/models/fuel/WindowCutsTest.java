package io.fueloptimine.models.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The litres of adjoining windows are those of the whole time, wherever it is cut. */
class WindowCutsTest {

    private static final int SECONDS = 600;

    private final double[] rateLph = new double[SECONDS];
    private final double[] usedL = new double[SECONDS];
    private double burntL;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void windowsAddUpToTheWholeWithBothSensorsAndGapsOfTheRate(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 100; trial++) {
            drive(random);
            gaps(rateLph, random, 3);
            WindowFuel whole = fuel(0, SECONDS);
            WindowFuel sum = cut(random, 8);

            assertThat(whole.litres()).isCloseTo(burntL, within(0.02 * burntL + 0.5));
            // A window's border lets the last second of its counter open, and rounds it.
            assertThat(sum.litres()).isCloseTo(burntL, within(0.04 * burntL + 1));
            assertThat(sum.coveredS()).isBetween(whole.coveredS() - 8, whole.coveredS() + 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void windowsAddUpToTheWholeWithoutACounter(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 100; trial++) {
            drive(random);
            Arrays.fill(usedL, Double.NaN);
            gaps(rateLph, random, 2);
            WindowFuel whole = fuel(0, SECONDS);
            int at = 30 + random.nextInt(SECONDS - 60);
            WindowFuel left = fuel(0, at);
            WindowFuel right = fuel(at, SECONDS);

            // At most 10 s at a cut that is near one end of a long gap.
            assertThat(left.coveredS() + right.coveredS())
                    .isBetween(whole.coveredS() - 10 - 1e-6, whole.coveredS() + 1e-6);
            assertThat((left.litres() + right.litres()) / (left.coveredS() + right.coveredS()))
                    .isCloseTo(whole.litres() / whole.coveredS(), within(0.004));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {280, 285, 290, 300, 310, 315, 320})
    void aGapOfTheRateAcrossABorderIsCountedOnce(int border) {
        for (int second = 0; second < SECONDS; second++) {
            rateLph[second] = second >= 280 && second < 320 ? Double.NaN : 360;
            usedL[second] = 1_000 + Math.floor(0.2 * second) / 2;
        }

        WindowFuel left = fuel(240, border);
        WindowFuel right = fuel(border, 360);

        assertThat(left.coveredS() + right.coveredS()).isCloseTo(120, within(2.0));
        assertThat(left.litres() + right.litres()).isCloseTo(12, within(0.8));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void excursionsOfTheCounterChangeNoSum(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 50; trial++) {
            drive(random);
            for (int i = 0; i < 4; i++) {
                int from = random.nextInt(SECONDS - 60);
                double valueL = random.nextBoolean() ? 0 : 1e6 * random.nextInt(2_000);
                Arrays.fill(usedL, from, from + 1 + random.nextInt(50), valueL);
            }

            assertThat(cut(random, 9).litres()).isCloseTo(burntL, within(0.05 * burntL + 1));
        }
    }

    private void drive(Random random) {
        double counterL = 100 + random.nextInt(900_000);
        double lph = 60;
        burntL = 0;
        for (int second = 0; second < SECONDS; second++) {
            if (second % 40 == 0) {
                lph = 50 + random.nextInt(400);
            }
            rateLph[second] = lph;
            usedL[second] = Math.floor(2 * (counterL + burntL)) / 2;
            burntL += lph / 3_600;
        }
    }

    private static void gaps(double[] values, Random random, int count) {
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(SECONDS - 80);
            Arrays.fill(values, from, from + 5 + random.nextInt(60), Double.NaN);
        }
    }

    private WindowFuel cut(Random random, int windows) {
        int[] cuts = random.ints(windows - 1, 1, SECONDS / 10).map(i -> i * 10).sorted().toArray();
        double litres = 0;
        double coveredS = 0;
        int from = 0;
        for (int i = 0; i < windows; i++) {
            int to = i < cuts.length ? cuts[i] : SECONDS;
            if (to > from) {
                WindowFuel window = fuel(from, to);
                litres += window.litres();
                coveredS += window.coveredS();
            }
            from = to;
        }
        return new WindowFuel(litres, coveredS, null);
    }

    private WindowFuel fuel(int from, int to) {
        WindowSamples samples = new WindowSamples();
        for (int second = from; second < to; second++) {
            double[] row = new double[WindowSamples.WIDTH];
            Arrays.fill(row, Double.NaN);
            row[WindowSamples.TIME_MS] = second * 1_000.0;
            row[WindowSamples.SEQUENCE] = second;
            row[WindowSamples.FUEL_RATE_LPH] = rateLph[second];
            row[WindowSamples.FUEL_USED_L] = usedL[second];
            samples.add(row);
        }
        return WindowFuel.of(samples, from * 1_000.0, to * 1_000.0);
    }
}
