package io.fueloptimine.models.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.reading.ProductionState;
import org.junit.jupiter.api.Test;

class TripMeterTest {

    private final TripMeter tripMeter = new TripMeter();

    @Test
    void integratesSpeedByTheTrapezoidRule() {
        tripMeter.begin(0);
        speed(0, 0.0, false);
        speed(10, 36.0, false);
        speed(20, 36.0, false);

        // 5 m/s on average for 10 s, then 10 m/s for 10 s.
        assertThat(tripMeter.emptyDistanceM).isCloseTo(150, within(1e-9));
        assertThat(tripMeter.fullDistanceM).isZero();
    }

    @Test
    void keepsDistancesEmptyAndLoadedApart() {
        tripMeter.begin(0);
        speed(0, 36.0, false);
        speed(10, 36.0, false);
        speed(30, 36.0, true);

        assertThat(tripMeter.emptyDistanceM).isCloseTo(100, within(1e-9));
        assertThat(tripMeter.fullDistanceM).isCloseTo(200, within(1e-9));
    }

    @Test
    void doesNotDriveThroughSilenceOfMoreThanAMinute() {
        tripMeter.begin(0);
        speed(0, 36.0, false);
        speed(60, 36.0, false);
        assertThat(tripMeter.emptyDistanceM).isCloseTo(600, within(1e-9));

        speed(121, 36.0, false);
        assertThat(tripMeter.emptyDistanceM).isCloseTo(600, within(1e-9));
        speed(131, 36.0, false);
        assertThat(tripMeter.emptyDistanceM).isCloseTo(700, within(1e-9));
    }

    @Test
    void skipsReadingsWithoutSpeed() {
        tripMeter.begin(0);
        speed(0, 36.0, false);
        counter(5, 100);
        speed(10, 36.0, false);

        assertThat(tripMeter.emptyDistanceM).isCloseTo(100, within(1e-9));
    }

    @Test
    void countsTheLitresBetweenTheFirstAndTheLastCounter() {
        counter(0, 1_000);
        tripMeter.begin(0);
        counter(60, 1_004);
        counter(120, 1_009);

        assertThat(tripMeter.fuelUntil(120_000)).isCloseTo(9, within(1e-9));
    }

    @Test
    void hasNoLitresWithoutACounter() {
        tripMeter.begin(0);
        speed(0, 36.0, false);

        assertThat(tripMeter.fuelUntil(10_000)).isNull();
    }

    @Test
    void hasNoLitresWhenTheCounterWasSilentAtEitherEndOfTheCycle() {
        counter(0, 1_000);
        tripMeter.begin(60_000);
        counter(91, 1_010);
        assertThat(tripMeter.fuelUntil(91_000)).as("silent at the start").isNull();

        tripMeter.begin(100_000);
        counter(120, 1_012);
        assertThat(tripMeter.fuelUntil(210_000)).isCloseTo(2, within(1e-9));
        assertThat(tripMeter.fuelUntil(210_001)).as("silent at the end").isNull();
    }

    @Test
    void leavesOutAStepBackAndAJumpOfTheCounter() {
        counter(0, 1_000);
        tripMeter.begin(0);
        counter(60, 1_005);
        counter(120, 3);
        counter(180, 8);
        counter(240, 5_000);
        counter(300, 5_004);

        assertThat(tripMeter.fuelUntil(300_000)).isCloseTo(5 + 5 + 4, within(1e-9));
    }

    @Test
    void acceptsOneResolutionStepHoweverShortTheTime() {
        counter(0, 1_000);
        tripMeter.begin(0);
        counter(0, 1_001);

        assertThat(tripMeter.fuelUntil(0)).isCloseTo(1, within(1e-9));
    }

    @Test
    void givesEachLitreToOneOfTwoConsecutiveCycles() {
        counter(0, 1_000);
        tripMeter.begin(0);
        counter(60, 1_010);
        double first = tripMeter.fuelUntil(60_000);
        tripMeter.begin(60_000);
        counter(120, 1_025);
        double second = tripMeter.fuelUntil(120_000);

        assertThat(first + second).isCloseTo(25, within(1e-9));
    }

    /** 5 m/s: empty on the level, then loaded up 8 %. */
    @Test
    void measuresTheEffectiveFlatHaulEmptyAndLoaded() {
        tripMeter.begin(0);
        for (int second = 0; second <= 200; second++) {
            climb(second, 3_500 + 0.4 * Math.max(0, second - 100), second > 100);
        }

        assertThat(tripMeter.flatHaul.emptyM(100)).isCloseTo(500, within(1e-6));
        assertThat(tripMeter.flatHaul.fullM(100)).isCloseTo(500 + 40 / 0.03, within(1e-6));

        tripMeter.begin(200_000);
        assertThat(tripMeter.flatHaul.emptyM(0)).isZero();
        assertThat(tripMeter.flatHaul.fullM(0)).isZero();
    }

    @Test
    void doesNotKnowTheEffectiveFlatHaulOfATripWithGaps() {
        tripMeter.begin(0);
        for (int second = 0; second <= 50; second++) {
            climb(second, 3_500, true);
        }
        for (int second = 150; second <= 200; second++) {
            climb(second, 3_500, true);
        }

        assertThat(tripMeter.flatHaul.fullM(200)).isNull();
        assertThat(tripMeter.flatHaul.fullM(100)).isCloseTo(500, within(1e-6));
    }

    @Test
    void countsTheTimeInWhichTheEngineBurns() {
        tripMeter.begin(0);
        for (int second = 0; second <= 100; second += 10) {
            rate(second, second < 40 || second > 60 ? 50.0 : 0.0);
        }

        assertThat(tripMeter.engineOnUntil(100_000)).isCloseTo(70, within(1e-9));
        assertThat(tripMeter.engineOnUntil(200_000)).isNull();
    }

    @Test
    void takesThePayloadOnlyWhileHauling() {
        tripMeter.begin(0);
        payload(0, 12, ProductionState.LOADING, true);
        payload(1, 287, ProductionState.HAULING, true);
        payload(2, 40, ProductionState.DUMPING, true);
        payload(3, 3, ProductionState.HAULING, false);
        assertThat(tripMeter.payloadT).isEqualTo(287);

        tripMeter.begin(4_000);
        assertThat(tripMeter.payloadT).isNull();
    }

    private void climb(int second, double elevationM, boolean loaded) {
        tripMeter.add(
                new CycleEvent(
                        second * 1_000L,
                        second,
                        null,
                        null,
                        null,
                        18.0,
                        null,
                        elevationM,
                        null,
                        null),
                loaded);
    }

    private void rate(int second, double lph) {
        tripMeter.add(
                new CycleEvent(
                        second * 1_000L, second, null, null, null, null, null, null, null, lph),
                false);
    }

    private void speed(int second, Double kph, boolean loaded) {
        tripMeter.add(event(second, null, kph, null, null), loaded);
    }

    private void counter(int second, double litres) {
        tripMeter.add(event(second, null, null, litres, null), false);
    }

    private void payload(int second, double tonnes, ProductionState state, boolean loaded) {
        tripMeter.add(event(second, state, null, null, tonnes), loaded);
    }

    private static CycleEvent event(
            int second, ProductionState state, Double kph, Double counterL, Double payloadT) {
        return new CycleEvent(
                second * 1_000L, second, null, state, null, kph, counterL, null, payloadT, null);
    }
}
