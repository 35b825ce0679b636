package io.fueloptimine.models.dispatch.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MachineRatioTest {

    private static final Instant START = Instant.parse("2026-05-04T06:00:00Z");
    private static final PriceSettings SETTINGS = new PriceSettings(150, 24, 1.5, 2.5, 1.5);

    @Test
    void isOneWithoutEvidence() {
        assertThat(ratio(MachineRatio.unknown(), 0)).isEqualTo(1);
    }

    @Test
    void isHalfWayToTheMeasuredRatioWithThePriorsLitresOfEvidence() {
        MachineRatio ratio = MachineRatio.unknown().with(minute(0, 180, 150), SETTINGS);

        assertThat(ratio(ratio, 1)).isCloseTo(1.1, within(1e-3));
    }

    @Test
    void nearsTheMeasuredRatioWithManyLitresOfEvidence() {
        assertThat(ratio(minutes(MachineRatio.unknown(), 0, 2_000, 1.2), 2_000))
                .isCloseTo(1.2, within(0.01));
    }

    @Test
    void forgetsOldWindowsByHalfInTheHalfLife() {
        MachineRatio worn = minutes(MachineRatio.unknown(), 0, 60, 1.2);
        double evidenceL = worn.at(START.plusSeconds(3_600), SETTINGS).evidenceL();

        assertThat(worn.at(START.plusSeconds(25 * 3_600), SETTINGS).evidenceL())
                .isCloseTo(evidenceL / 2, within(1e-9));
    }

    @Test
    void takesTheSizeOfADriftAtOnce() {
        MachineRatio healthy = minutes(MachineRatio.unknown(), 0, 600, 1);

        assertThat(ratio(healthy.with(drift(600, 0.2), SETTINGS), 600))
                .isCloseTo(1.2, within(1e-9));
    }

    @Test
    void doesNotMixWindowsFromBeforeADriftWithLaterOnes() {
        MachineRatio drifted =
                minutes(MachineRatio.unknown(), 0, 600, 1).with(drift(600, 0.2), SETTINGS);

        assertThat(drifted.with(minute(599, 3, 3), SETTINGS)).isEqualTo(drifted);
        assertThat(ratio(minutes(drifted, 600, 60, 1.2), 660)).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void staysAtTheDriftsSizeUntilWindowsShowOtherwise() {
        MachineRatio drifted = MachineRatio.unknown().with(drift(0, 0.2), SETTINGS);

        assertThat(ratio(drifted, 30 * 24 * 60)).isCloseTo(1.2, within(1e-9));
        assertThat(ratio(minutes(drifted, 0, 2_000, 1), 2_000)).isLessThan(1.02);
    }

    @Test
    void repeatedAndOutdatedRecordsChangeNothing() {
        MachineRatio ratio =
                MachineRatio.unknown()
                        .with(drift(10, 0.2), SETTINGS)
                        .with(minute(10, 3.6, 3), SETTINGS);

        assertThat(ratio.with(minute(10, 3.6, 3), SETTINGS)).isEqualTo(ratio);
        assertThat(ratio.with(minute(8, 3.6, 3), SETTINGS)).isEqualTo(ratio);
        assertThat(ratio.with(drift(10, 0.2), SETTINGS)).isEqualTo(ratio);
        assertThat(ratio.with(drift(9, 0.3), SETTINGS)).isEqualTo(ratio);
    }

    @Test
    void ignoresDriftOfOtherMetricsAndDriftWithoutSize() {
        MachineRatio unknown = MachineRatio.unknown();

        assertThat(unknown.with(drift("payload_t", 5, 0.2), SETTINGS)).isEqualTo(unknown);
        assertThat(unknown.with(drift(5, Double.NaN), SETTINGS)).isEqualTo(unknown);
    }

    @Test
    void limitsTheEffectOfABrokenSensor() {
        MachineRatio ratio = MachineRatio.unknown().with(minute(0, 3_000, 3), SETTINGS);

        assertThat(ratio(ratio, 1)).isLessThan(1.03);
    }

    @Test
    void keepsWhatOneModelShowedAsThePriorOfTheNext() {
        MachineRatio before = minutes(MachineRatio.unknown(), 0, 2_000, 1.2);
        FuelResidual first =
                new FuelResidual("mine", "T1", at(2_000), at(2_001), 3, 3, "fuel-window 4");

        MachineRatio after = before.with(first, SETTINGS);

        assertThat(ratio(after, 2_001)).isCloseTo(1.2, within(0.02));
        assertThat(after.at(at(2_001), SETTINGS).evidenceL()).isEqualTo(3);
    }

    private static MachineRatio minutes(MachineRatio before, int from, int count, double ratio) {
        MachineRatio after = before;
        for (int minute = from; minute < from + count; minute++) {
            after = after.with(minute(minute, 3 * ratio, 3), SETTINGS);
        }
        return after;
    }

    private static FuelResidual minute(int minute, double burntL, double expectedL) {
        return new FuelResidual(
                "mine", "T1", at(minute), at(minute + 1), burntL, expectedL, "fuel-window 3");
    }

    private static DriftEvent drift(int minute, double meanAfter) {
        return drift(MachineRatio.DRIFT_METRIC, minute, meanAfter);
    }

    private static DriftEvent drift(String metric, int minute, double meanAfter) {
        return new DriftEvent(
                "d" + minute,
                "mine",
                "T1",
                DriftDetector.ADWIN,
                metric,
                at(minute),
                0,
                meanAfter,
                600,
                15,
                "3");
    }

    private static double ratio(MachineRatio ratio, int minute) {
        return ratio.at(at(minute), SETTINGS).ratio();
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
