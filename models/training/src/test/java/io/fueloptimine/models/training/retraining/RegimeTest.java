package io.fueloptimine.models.training.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.training.SyntheticWindows;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class RegimeTest {

    private static final RetrainingSettings SETTINGS = RetrainingSettings.DEFAULT;

    @Test
    void beginsWhereTheRoadsGotWet() {
        Regime regime = newest(Fleet.history(240, 1, minute -> minute < 150 ? 1 : Fleet.WET));

        assertThat(regime.changed()).isTrue();
        assertThat(regime.since()).isCloseTo(Fleet.minute(150), within(5, ChronoUnit.MINUTES));
        assertThat(regime.ratio()).isCloseTo(0.15, within(0.05));
    }

    @Test
    void beginsWhereTheRoadsWereDryAgain() {
        IntToDoubleFunction shower = minute -> minute >= 90 && minute < 180 ? Fleet.WET : 1;

        assertThat(newest(Fleet.history(270, 1, shower)).since())
                .isCloseTo(Fleet.minute(180), within(5, ChronoUnit.MINUTES));
    }

    @Test
    void beginsWhereARoadOfHalfTheTrucksGotWet() {
        List<FuelWindow> windows =
                Fleet.history(240, 1, minute -> 1).stream()
                        .map(
                                window ->
                                        isLater(window, 150) && isEven(window)
                                                ? worn(window)
                                                : window)
                        .toList();

        assertThat(newest(windows).since())
                .isCloseTo(Fleet.minute(150), within(5, ChronoUnit.MINUTES));
    }

    @Test
    void isTheWholeHistoryWhereNothingChanged() {
        Regime regime = newest(Fleet.history(180, 1, minute -> 1));

        assertThat(regime.changed()).isFalse();
        assertThat(regime.since()).isEqualTo(Fleet.minute(0));
    }

    @Test
    void isNotAffectedByDefectiveTrucks() {
        Instant sickFrom = Fleet.minute(60);
        List<FuelWindow> windows =
                Fleet.history(180, 1, minute -> 1).stream()
                        .map(window -> isSick(window, sickFrom) ? worn(window) : window)
                        .toList();

        assertThat(newest(windows).changed()).isFalse();
    }

    @Test
    void isNotAffectedByAnHourOfIdling() {
        FuelModel idlingExpectsMore =
                Fleet.model(w -> isLater(w, 90) && !isLater(w, 150) ? 0.8 : w.fuelL());
        List<FuelWindow> windows =
                Fleet.history(180, 1, minute -> minute >= 90 && minute < 150 ? 0.05 : 1);

        assertThat(newest(windows, idlingExpectsMore).changed()).isFalse();
    }

    @Test
    void isNotAffectedByBlocksWithFewTrucks() {
        FuelModel expectsTooLittleOfSome =
                Fleet.model(w -> isOneOfFew(w) ? w.fuelL() / 1.2 : w.fuelL());
        List<FuelWindow> windows =
                Fleet.history(180, 1, minute -> 1).stream()
                        .filter(w -> !isLater(w, 120) || isOneOfFew(w))
                        .toList();

        assertThat(newest(windows, expectsTooLittleOfSome).changed()).isFalse();
    }

    @Test
    void isTheWholeHistoryForAFleetOfTwo() {
        List<FuelWindow> two =
                SyntheticWindows.of(2, 120, 1).stream()
                        .map(window -> isLater(window, 60) ? worn(window) : window)
                        .toList();

        assertThat(newest(two).changed()).isFalse();
    }

    private static boolean isSick(FuelWindow window, Instant from) {
        return List.of("T103", "T109", "T112").contains(window.machineId())
                && !window.start().isBefore(from);
    }

    private static boolean isEven(FuelWindow window) {
        return Integer.parseInt(window.machineId().substring(1)) % 2 == 0;
    }

    private static boolean isOneOfFew(FuelWindow window) {
        return window.machineId().compareTo("T104") < 0;
    }

    private static boolean isLater(FuelWindow window, int minute) {
        return !window.start().isBefore(Fleet.minute(minute));
    }

    private static FuelWindow worn(FuelWindow window) {
        return SyntheticWindows.burning(window, 1.35);
    }

    private static Regime newest(List<FuelWindow> windows) {
        return newest(windows, new PhysicsModel(Fleet.CLASSES));
    }

    private static Regime newest(List<FuelWindow> windows, FuelModel champion) {
        return Regime.newest(windows, champion, Duration.ofMinutes(5), SETTINGS.levels());
    }
}
