package io.fueloptimine.models.fuel;

import static io.fueloptimine.models.fuel.Readings.END;
import static io.fueloptimine.models.fuel.Readings.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.FuelSource;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class FuelWindowAccumulatorTest {

    private static final IntFunction<Double> RATE = second -> 360.0;
    private static final IntFunction<Double> COUNTER = counterFrom(10_000, 360);
    private static final IntFunction<Double> SILENT = second -> null;

    @Test
    void integratesTheRateOverTheWholeMinute() {
        FuelWindow window = windowOf(Readings.minute(RATE, SILENT));

        assertThat(window.fuelL()).isCloseTo(6.0, within(1e-9));
        assertThat(window.coveredS()).isEqualTo(60);
        assertThat(window.fuelSource()).isEqualTo(FuelSource.RATE);
        assertThat(window.readings()).isEqualTo(60);
        assertThat(window.distanceKm()).isCloseTo(0.3, within(1e-9));
        assertThat(window.climbM()).isCloseTo(24.0, within(1e-6));
        assertThat(window.descentM()).isZero();
        assertThat(window.productionState()).isEqualTo(ProductionState.HAULING);
        assertThat(window.operatorId()).isEqualTo("OP-2");
        assertThat(window.engineOnShare()).isEqualTo(1);
        assertThat(window.idleShare()).isZero();
    }

    @Test
    void givesTheSameWindowForAnyOrderAndRepeats() {
        List<Reading> readings = Readings.minute(second -> 300.0 + second, COUNTER);
        List<Reading> shuffled = new ArrayList<>(readings);
        shuffled.addAll(readings.subList(10, 40));
        Collections.shuffle(shuffled, new Random(7));

        assertThat(windowOf(shuffled)).isEqualTo(windowOf(readings));
    }

    @Test
    void mergesTwoHalves() {
        List<Reading> readings = Readings.minute(RATE, COUNTER);
        FuelWindowAccumulator first = accumulatorOf(readings.subList(20, 60));
        first.merge(accumulatorOf(readings.subList(0, 30)));
        first.merge(new FuelWindowAccumulator());

        assertThat(first.toWindow(START, END, 0)).contains(windowOf(readings));
    }

    @Test
    void weighsCounterAndRateByTheirErrors() {
        IntFunction<Double> exact = second -> 10_000 + 0.1 * second;
        FuelWindow loaded = windowOf(Readings.minute(second -> 396.0, exact));
        FuelWindow idling = windowOf(Readings.minute(second -> 54.0, second -> 0.5));

        assertThat(loaded.fuelL()).isBetween(6.05, 6.25);
        assertThat(idling.fuelL()).isCloseTo(0.9, within(0.01));
    }

    @Test
    void usesTheCounterWhereTheRateIsMissing() {
        FuelWindow window = windowOf(Readings.minute(SILENT, COUNTER));

        assertThat(window.fuelL()).isCloseTo(6.0, within(0.6));
        assertThat(window.coveredS()).isEqualTo(60);
    }

    @Test
    void fillsALongGapFromTheCounterOnly() {
        List<Reading> readings = Readings.minute(RATE, COUNTER);
        readings.subList(15, 45).clear();

        assertThat(windowOf(readings).fuelL()).isCloseTo(6.0, within(0.5));
        assertThat(windowOf(readings).coveredS()).isEqualTo(60);

        List<Reading> noCounter = Readings.minute(RATE, SILENT);
        noCounter.subList(15, 45).clear();

        FuelWindow halves = windowOf(noCounter);
        // 14 s to the last reading before the gap, 15 s from the first after it, and 10 s on each
        // side of the gap.
        assertThat(halves.coveredS()).isCloseTo(49, within(1e-9));
        assertThat(halves.fuelL()).isCloseTo(4.9, within(1e-9));
        assertThat(halves.distanceKm()).isCloseTo(0.3 * 49 / 60, within(1e-9));
    }

    @Test
    void usesTheCounterWhenTheRateIsStuck() {
        List<Reading> readings = Readings.minute(second -> 350.0, counterFrom(10_000, 55));

        assertThat(windowOf(readings).fuelL()).isCloseTo(0.9, within(0.5));
    }

    @Test
    void usesTheRateWhenTheCounterIsStuck() {
        assertThat(windowOf(Readings.minute(RATE, second -> 10_000.0)).fuelL())
                .isCloseTo(6.0, within(1e-9));
    }

    @Test
    void isPlausibleAcrossACounterReset() {
        IntFunction<Double> replaced =
                second -> second < 30 ? counterFrom(90_000, 360).apply(second) : second * 0.1;
        IntFunction<Double> set = second -> second < 30 ? 5.0 : 90_000.0;

        assertThat(windowOf(Readings.minute(RATE, replaced)).fuelL()).isCloseTo(6, within(0.5));
        assertThat(windowOf(Readings.minute(SILENT, replaced)).fuelL()).isBetween(5.0, 7.0);
        assertThat(windowOf(Readings.minute(SILENT, set)).fuelL()).isZero();
    }

    @Test
    void isEmptyWithoutAnyFuelSensor() {
        assertThat(accumulatorOf(Readings.minute(SILENT, SILENT)).toWindow(START, END, 0))
                .isEmpty();
        assertThat(new FuelWindowAccumulator().toWindow(START, END, 0)).isEmpty();
    }

    @Test
    void leavesValuesUnknownThatNoSensorReported() {
        List<Reading> readings = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            readings.add(Readings.of(second, 360.0, null, null, null, null));
        }

        FuelWindow window = windowOf(readings);

        assertThat(window.meanSpeedKph()).isNaN();
        assertThat(window.distanceKm()).isNaN();
        assertThat(window.climbM()).isNaN();
        assertThat(window.meanElevationM()).isNaN();
        assertThat(window.maxVibrationRmsMmS()).isNull();
    }

    @Test
    void computesTheClimbFromSpeedAndGradeWithoutElevations() {
        List<Reading> readings = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            readings.add(Readings.of(second, 100.0, null, 18.0, null, second < 30 ? -8.0 : 8.0));
        }

        FuelWindow window = windowOf(readings);

        assertThat(window.climbM()).isCloseTo(12, within(0.3));
        assertThat(window.descentM()).isCloseTo(12, within(0.3));
    }

    @Test
    void ignoresTheJitterOfAStandingTruck() {
        List<Reading> readings = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            readings.add(Readings.of(second, 54.0, null, 0.0, 3_500 + 0.4 * (second % 3), 0.0));
        }

        FuelWindow window = windowOf(readings);

        assertThat(window.climbM()).isZero();
        assertThat(window.descentM()).isZero();
        assertThat(window.idleShare()).isEqualTo(1);
    }

    /** 5 m/s on 8 % for 60 s: 300 m of way and 24 m of climb at 3 % rolling resistance. */
    @Test
    void givesTheEffectiveFlatHaulOfTheCoveredTime() {
        FuelWindow window = windowOf(Readings.minute(RATE, SILENT));

        assertThat(window.efhM()).isCloseTo(300 + 24 / 0.03, within(1e-6));
    }

    /** Ten seconds up and ten seconds down are work of ten seconds, not none. */
    @Test
    void doesNotSubtractTheDescentFromTheEffectiveFlatHaul() {
        List<Reading> readings = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            double heightM = 3_500 + 0.4 * Math.min(second, 60 - second);
            readings.add(Readings.of(second, 100.0, null, 18.0, heightM, 0.0));
        }

        FuelWindow window = windowOf(readings);

        assertThat(window.efhM()).isCloseTo((150 + 12 / 0.03), within(30.0));
    }

    @Test
    void leavesTheEffectiveFlatHaulUnknownWithoutSpeedOrElevation() {
        List<Reading> readings = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            readings.add(Readings.of(second, 360.0, null, 18.0, null, 8.0));
        }

        assertThat(windowOf(readings).efhM()).isNull();
    }

    @Test
    void weighsSparseReadingsByTheirTime() {
        List<Reading> readings = new ArrayList<>();
        for (int second = 0; second < 60; second += 5) {
            readings.add(Readings.at(second, 360.0, null));
        }

        FuelWindow window = windowOf(readings);

        assertThat(window.fuelL()).isCloseTo(6, within(1e-9));
        assertThat(window.climbM()).isCloseTo(24, within(1e-6));
    }

    private static IntFunction<Double> counterFrom(double startL, double rateLph) {
        return second -> Math.floor((startL + rateLph * second / 3_600) * 2) / 2;
    }

    private static FuelWindow windowOf(List<Reading> readings) {
        return accumulatorOf(readings).toWindow(START, END, 0).orElseThrow();
    }

    private static FuelWindowAccumulator accumulatorOf(List<Reading> readings) {
        FuelWindowAccumulator accumulator = new FuelWindowAccumulator();
        readings.forEach(accumulator::add);
        return accumulator;
    }
}
