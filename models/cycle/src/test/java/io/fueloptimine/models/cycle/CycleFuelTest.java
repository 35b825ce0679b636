package io.fueloptimine.models.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The litres of a cycle of 20 minutes at 300 L/h, 100 L, whose counter leaves its line for a while.
 */
class CycleFuelTest {

    private static final int SECONDS = 1_200;
    private static final double START_L = 5_000;
    private static final double CYCLE_L = 100;

    private CycleFuel fuel = new CycleFuel();

    @FunctionalInterface
    private interface Counter {
        /** The value at a second; NaN without a reading. */
        double at(int second);
    }

    @ParameterizedTest
    @CsvSource({
        "300, 340, 0", "300, 301, 0", "300, 301, 2105540607.5", "300, 310, 70000",
        "300, 900, 0", "300, 900, 70000", "1000, 1200, 0", "2, 700, 0"
    })
    void givesTheLitresOfTheRateDuringAnExcursion(int from, int to, double valueL) {
        drive(excursion(from, to, valueL), true);

        assertThat(fuel.until(SECONDS * 1_000)).isCloseTo(CYCLE_L, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"300, 340, 0", "300, 301, 0", "300, 301, 2105540607.5", "300, 900, 70000"})
    void givesTheDifferenceAcrossTheExcursionWithoutARate(int from, int to, double valueL) {
        drive(excursion(from, to, valueL), false);

        assertThat(fuel.until(SECONDS * 1_000)).isCloseTo(CYCLE_L, within(1.0));
    }

    @Test
    void doesNotGuessWhatACounterDidNotCountDuringAnExcursion() {
        // The counter returns with its old value: the litres of 200 s are lost.
        Counter counter =
                second ->
                        second >= 300 && second < 500
                                ? 0
                                : counted(second < 300 ? second : second - 200);

        drive(counter, false);
        assertThat(fuel.until(SECONDS * 1_000)).isNull();

        drive(counter, true);
        assertThat(fuel.until(SECONDS * 1_000)).isCloseTo(CYCLE_L, within(1.0));
    }

    @Test
    void leavesOutTwoExcursionsAndWhatTheCounterCountsMeanwhile() {
        Counter counter =
                second ->
                        second >= 100 && second < 160
                                ? 0.5 * (second - 100)
                                : second >= 600 && second < 650 ? 9e6 : counted(second);

        drive(counter, true);

        assertThat(fuel.until(SECONDS * 1_000)).isCloseTo(CYCLE_L, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void addsUpBothLinesOfACounterThatIsReplacedOrRollsOver(boolean withRate) {
        Counter counter =
                second -> second < 600 ? counted(second) : counted(second - 600) - START_L;

        drive(counter, withRate);

        assertThat(fuel.until(SECONDS * 1_000)).isCloseTo(CYCLE_L, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsWhatAStuckCounterCatchesUp(boolean withRate) {
        Counter counter = second -> second >= 300 && second < 600 ? counted(300) : counted(second);

        drive(counter, withRate);

        assertThat(fuel.until(SECONDS * 1_000)).isCloseTo(CYCLE_L, within(1.0));
    }

    @Test
    void aSingleHighSampleOfAStuckCounterIsNotConsumption() {
        Counter counter =
                second ->
                        second == 500
                                ? counted(300) + 60
                                : second >= 300 && second < 600 ? counted(300) : counted(second);

        drive(counter, true);

        assertThat(fuel.until(SECONDS * 1_000)).isCloseTo(CYCLE_L, within(1.5));
    }

    @Test
    void dividesAnExcursionAcrossTwoCyclesBetweenThem() {
        for (int second = 0; second <= SECONDS; second++) {
            if (second == 0) {
                fuel.begin(0);
            }
            fuel.addRate(second * 1_000L, 300);
            fuel.addCounter(second * 1_000L, second >= 500 && second < 700 ? 0 : counted(second));
            if (second == 600) {
                assertThat(fuel.until(600_000)).isCloseTo(CYCLE_L / 2, within(1.0));
                fuel.begin(600_000);
            }
        }

        assertThat(fuel.until(SECONDS * 1_000)).isCloseTo(CYCLE_L / 2, within(1.0));
    }

    @Test
    void isUnknownWhenTheCounterIsStuckForTheWholeCycle() {
        drive(second -> START_L, true);

        assertThat(fuel.until(SECONDS * 1_000)).isNull();
    }

    private void drive(Counter counter, boolean withRate) {
        fuel = new CycleFuel();
        fuel.begin(0);
        for (int second = 0; second <= SECONDS; second++) {
            if (withRate) {
                fuel.addRate(second * 1_000L, 300);
            }
            fuel.addCounter(second * 1_000L, counter.at(second));
        }
    }

    private static Counter excursion(int from, int to, double valueL) {
        return second -> second >= from && second < to ? valueL : counted(second);
    }

    private static double counted(double seconds) {
        return START_L + Math.floor(2 * 300 * seconds / 3_600) / 2;
    }
}
