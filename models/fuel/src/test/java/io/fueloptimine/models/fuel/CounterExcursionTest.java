package io.fueloptimine.models.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.FuelSource;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Windows of a machine that burns 5 L a minute and whose counter leaves its line for a while. One
 * sample a second; the counter has steps of 0.5 L, so that a minute of it alone is 4.5 L.
 */
class CounterExcursionTest {

    private static final double STEADY_LPH = 300;
    private static final IntToDoubleFunction RATE = second -> STEADY_LPH;
    private static final IntToDoubleFunction COUNTER = second -> counted(1_000, second);
    private static final IntToDoubleFunction MISSING = second -> Double.NaN;

    @ParameterizedTest
    @CsvSource({
        "10, 50, 0", "5, 45, 0", "10, 20, 0", "30, 31, 0", "20, 35, 2105540607.5", "1, 59, 999",
        "30, 31, 1001.5", "40, 41, 4000", "0, 40, 0", "20, 60, 0", "0, 20, 70000", "45, 60, 70000",
        "0, 60, 0", "0, 60, 70000"
    })
    void givesTheLitresOfTheRateForAnExcursion(int from, int to, double valueL) {
        WindowFuel fuel = fuel(RATE, excursion(COUNTER, from, to, second -> valueL));

        assertThat(fuel.litres()).isCloseTo(5, within(0.4));
        assertThat(fuel.coveredS()).isCloseTo(60, within(1e-6));
        assertThat(fuel.source()).isIn(FuelSource.RATE, FuelSource.BOTH);
    }

    @Test
    void namesTheRateWhereTheCounterCountsTooShortly() {
        IntToDoubleFunction restored = second -> second < 10 ? 1_000 : second < 50 ? 0 : 1_000;

        assertThat(fuel(RATE, restored)).isEqualTo(fuel(RATE, MISSING));
        assertThat(fuel(RATE, restored).source()).isEqualTo(FuelSource.RATE);
    }

    @ParameterizedTest
    @CsvSource({"10, 50, 0, 19", "20, 40, 90000, 39", "30, 31, 4e9, 58", "0, 40, 0, 19"})
    void leavesAnExcursionOutOfLitresAndTimeWithoutARate(
            int from, int to, double valueL, double countedS) {
        WindowFuel fuel = fuel(MISSING, excursion(COUNTER, from, to, second -> valueL));

        assertThat(fuel.litres() / fuel.coveredS() * 60).isCloseTo(5, within(2.0));
        assertThat(fuel.coveredS()).isBetween(countedS - 2, countedS + 2);
        assertThat(fuel.source()).isEqualTo(FuelSource.COUNTER);
    }

    @Test
    void leavesOutWhatTheCounterCountsDuringAnExcursion() {
        IntToDoubleFunction fast = second -> 0.5 * second;
        WindowFuel fuel = fuel(MISSING, excursion(COUNTER, 20, 40, fast));

        assertThat(fuel.litres()).isCloseTo(3.3, within(0.8));
        assertThat(fuel.coveredS()).isBetween(37.0, 41.0);
    }

    @Test
    void leavesOutTwoExcursionsToDifferentValues() {
        IntToDoubleFunction twice =
                excursion(
                        excursion(COUNTER, 8, 16, second -> 0), 30, 44, second -> 2_105_540_607.5);

        assertThat(fuel(RATE, twice).litres()).isCloseTo(5, within(0.4));
        assertThat(fuel(MISSING, twice).litres()).isCloseTo(3, within(1.0));
        assertThat(fuel(MISSING, twice).coveredS()).isBetween(34.0, 38.0);
    }

    @Test
    void leavesOutTwoExcursionsOfWhichOneBeginsBeforeTheWindow() {
        IntToDoubleFunction twice =
                excursion(excursion(COUNTER, 0, 10, second -> 0), 30, 40, second -> 0);

        assertThat(fuel(RATE, twice).litres()).isCloseTo(5, within(0.4));
        assertThat(fuel(MISSING, twice).litres() / fuel(MISSING, twice).coveredS() * 60)
                .isCloseTo(5, within(1.0));
    }

    @Test
    void comparesRateAndCounterOverTheSameTime() {
        // Idling while the counter counts, under load during its excursion.
        IntToDoubleFunction rate = second -> second < 20 || second >= 55 ? 40 : 500;
        IntToDoubleFunction counter = second -> 1_000 + (second < 20 || second < 55 ? 0 : 5);
        WindowFuel fuel = fuel(rate, excursion(counter, 20, 55, second -> 0));

        assertThat(fuel.litres()).isCloseTo(fuel(rate, MISSING).litres(), within(0.3));
    }

    @Test
    void usesTheCounterOnlyWhenTheRateIsWrongBesideAnExcursion() {
        WindowFuel fuel = fuel(second -> 1_500, excursion(COUNTER, 20, 40, second -> 0));

        assertThat(fuel.source()).isEqualTo(FuelSource.COUNTER);
        assertThat(fuel.litres() / fuel.coveredS() * 60).isCloseTo(5, within(1.0));
        assertThat(fuel.coveredS()).isBetween(38.0, 42.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 123, 2_105_540_607.5})
    void countsBothLinesOfACounterThatIsReplacedOrRollsOver(double newL) {
        double oldL = 2_105_540_605;
        IntToDoubleFunction replaced =
                second ->
                        second < 30
                                ? Math.min(2_105_540_607.5, counted(oldL, second))
                                : counted(newL, second - 30);

        assertThat(fuel(RATE, replaced).litres()).isCloseTo(5, within(0.8));
        assertThat(fuel(MISSING, replaced).litres()).isCloseTo(5, within(1.0));
        assertThat(fuel(MISSING, replaced).coveredS()).isBetween(57.0, 60.0);
    }

    @Test
    void countsWhatAStuckCounterCatchesUp() {
        IntToDoubleFunction stuck =
                second -> second < 20 || second >= 50 ? COUNTER.applyAsDouble(second) : 1_001.5;

        assertThat(fuel(MISSING, stuck).litres()).isCloseTo(5, within(0.6));
        assertThat(fuel(MISSING, stuck).coveredS()).isCloseTo(60, within(1.0));
        assertThat(fuel(RATE, stuck).litres()).isCloseTo(5, within(0.4));
    }

    @Test
    void usesTheRateWhenTheCounterSticksUntilAfterTheWindow() {
        IntToDoubleFunction sticks = second -> counted(1_000, Math.min(second, 25));
        IntToDoubleFunction catchesUp = second -> second < 20 ? 1_002 : counted(1_005, second);

        assertThat(fuel(RATE, sticks).litres()).isCloseTo(5, within(0.4));
        assertThat(fuel(RATE, sticks).source()).isEqualTo(FuelSource.RATE);
        assertThat(fuel(RATE, catchesUp).litres()).isCloseTo(5, within(0.4));
    }

    @ParameterizedTest
    @CsvSource({"20, 50, true", "20, 50, false", "5, 40, false", "0, 30, true", "30, 60, false"})
    void usesTheRateWhenTheCounterStopsOrIsSilentAndGoesOnFromItsOldValue(
            int from, int to, boolean silent) {
        IntToDoubleFunction counter =
                second ->
                        second >= from && second < to
                                ? silent ? Double.NaN : counted(1_000, from)
                                : counted(1_000, second < from ? second : second - to + from);

        assertThat(fuel(RATE, counter).litres()).isCloseTo(5, within(0.4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 40, 100, 600, 1_500})
    void usesTheCounterWhenTheRateIsWrong(double wrongLph) {
        WindowFuel fuel = fuel(second -> wrongLph, COUNTER);

        assertThat(fuel.source()).isEqualTo(FuelSource.COUNTER);
        assertThat(fuel.litres()).isCloseTo(4.5, within(0.2));
    }

    @Test
    void namesBothSensorsWhenTheyAgreeOrTheCounterFillsAGap() {
        IntToDoubleFunction gap = second -> second < 10 || second > 50 ? STEADY_LPH : Double.NaN;

        assertThat(fuel(RATE, COUNTER).source()).isEqualTo(FuelSource.BOTH);
        assertThat(fuel(gap, COUNTER).source()).isEqualTo(FuelSource.BOTH);
        assertThat(fuel(gap, COUNTER).litres()).isCloseTo(5, within(0.5));
        assertThat(fuel(MISSING, COUNTER).source()).isEqualTo(FuelSource.COUNTER);
        assertThat(fuel(MISSING, MISSING).source()).isNull();
    }

    @Test
    void doesNotFillAGapOfTheRateDuringAnExcursion() {
        IntToDoubleFunction gap = second -> second < 10 || second > 50 ? STEADY_LPH : Double.NaN;
        WindowFuel fuel = fuel(gap, excursion(COUNTER, 15, 45, second -> 0));

        assertThat(fuel.litres() / fuel.coveredS() * 60).isCloseTo(5, within(0.5));
        assertThat(fuel.coveredS()).isBetween(37.0, 42.0);
    }

    @Test
    void ignoresACounterOfNoise() {
        IntToDoubleFunction noise = second -> (second * 7_919L % 61) * 1_000.0;

        assertThat(fuel(RATE, noise)).isEqualTo(fuel(RATE, MISSING));
        assertThat(fuel(MISSING, noise).coveredS()).isZero();
    }

    @Test
    void handlesAMinuteOfManyWrongSamplesInLinearTime() {
        int samples = 60_000;
        double[] times = new double[samples];
        double[] values = new double[samples];
        for (int i = 0; i < samples; i++) {
            times[i] = i;
            values[i] = i % 2 == 0 ? 1_000 + i * 1e-5 : i * 1e6;
        }

        assertThat(CounterGains.of(new SensorSeries(times, values)).steps()).isEmpty();
    }

    private static double counted(double startL, double seconds) {
        return startL + Math.floor(2 * STEADY_LPH * seconds / 3_600) / 2;
    }

    private static IntToDoubleFunction excursion(
            IntToDoubleFunction counter, int from, int to, IntToDoubleFunction valueL) {
        return second ->
                second >= from && second < to
                        ? valueL.applyAsDouble(second)
                        : counter.applyAsDouble(second);
    }

    private static WindowFuel fuel(IntToDoubleFunction rateLph, IntToDoubleFunction usedL) {
        WindowSamples samples = new WindowSamples();
        for (int second = 0; second < 60; second++) {
            double[] row = new double[WindowSamples.WIDTH];
            Arrays.fill(row, Double.NaN);
            row[WindowSamples.TIME_MS] = second * 1_000.0;
            row[WindowSamples.SEQUENCE] = second;
            row[WindowSamples.FUEL_RATE_LPH] = rateLph.applyAsDouble(second);
            row[WindowSamples.FUEL_USED_L] = usedL.applyAsDouble(second);
            samples.add(row);
        }
        return WindowFuel.of(samples, 0, 60_000);
    }
}
