package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.drift.BinarySegmentation;
import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * The period since the last lasting change of the fleet's residuals, which for example a change of
 * the road surface causes. Earlier windows do not represent the present condition of the mine.
 *
 * @param since the start (UTC); the start of the history when nothing changed
 * @param changed whether the residuals changed at the start
 * @param ratio the fleet's relative residual during the period
 */
record Regime(Instant since, boolean changed, double ratio) {

    /**
     * Finds the period since the last lasting change of the fleet's residuals.
     *
     * @param windows the history, at least one window
     * @param champion the model whose residuals are used
     */
    static Regime newest(
            List<FuelWindow> windows,
            FuelModel champion,
            Duration block,
            BinarySegmentation levels) {
        SortedMap<Instant, Double> residuals = new FleetResiduals(windows, champion).byBlock(block);
        List<Instant> starts = List.copyOf(residuals.keySet());
        double[] ratios = residuals.values().stream().mapToDouble(ratio -> ratio).toArray();
        int first = levels.startOfNewest(ratios);
        Instant since =
                first > 0
                        ? starts.get(first)
                        : windows.stream().map(FuelWindow::start).min(Instant::compareTo).get();
        double sum = 0;
        for (int i = first; i < ratios.length; i++) {
            sum += ratios[i];
        }
        return new Regime(since, first > 0, sum / (ratios.length - first));
    }

    /** The windows of a history that belong to this period. */
    List<FuelWindow> of(List<FuelWindow> windows) {
        return windows.stream().filter(window -> !window.start().isBefore(since)).toList();
    }
}
