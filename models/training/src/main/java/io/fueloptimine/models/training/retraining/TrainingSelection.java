package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The windows selected for training.
 *
 * @param regime the period since the last lasting change of the fleet's residuals
 * @param windows the windows of that period, without defective trucks, in order of time
 * @param leftOut trucks left out as defective
 */
record TrainingSelection(Regime regime, List<FuelWindow> windows, Set<String> leftOut) {

    /**
     * The time before which the given share of the windows lies. There must be at least one window.
     */
    Instant timeAt(double share) {
        return windows.get(Math.min(windows.size() - 1, (int) (windows.size() * share))).start();
    }

    List<FuelWindow> before(Instant time) {
        return windows.stream().filter(window -> window.start().isBefore(time)).toList();
    }

    List<FuelWindow> from(Instant time) {
        return windows.stream().filter(window -> !window.start().isBefore(time)).toList();
    }

    /** Describes the origin of the given windows, for the metadata of a model. */
    String source(List<FuelWindow> learnt) {
        String change =
                regime.changed()
                        ? String.format(
                                Locale.ROOT,
                                ", when the fleet's residuals changed to %+.1f %% of what was"
                                        + " expected",
                                100 * regime.ratio())
                        : "";
        return String.format(
                Locale.ROOT,
                "%,d windows of %d trucks since %s%s%s",
                learnt.size(),
                learnt.stream().map(FuelWindow::machineId).distinct().count(),
                ChampionComparison.clock(regime.since()),
                change,
                leftOut.isEmpty() ? "" : ", without " + String.join(", ", new TreeSet<>(leftOut)));
    }
}
