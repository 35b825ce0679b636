package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import java.util.Locale;
import java.util.Map;

/**
 * Turns drifts of a machine's consumption into signals of the alarm {@link AlertType#DRIFT}. A rise
 * raises the alarm; a fall clears it.
 */
public final class DriftSignals {

    private DriftSignals() {}

    /**
     * The signal of a drift.
     *
     * @param drift a change of the residual ratio (residual over expected litres)
     */
    public static AlarmSignal of(DriftEvent drift) {
        return new AlarmSignal(
                drift.site(),
                drift.machineId(),
                AlertType.DRIFT,
                Severity.WARNING,
                drift.detectedAt(),
                drift.meanAfter() > drift.meanBefore(),
                String.format(
                        Locale.ROOT,
                        "Burns %s than the model expects, %s before (%d minutes at work since the"
                                + " change, %d before; model version %s)",
                        percent(drift.meanAfter()),
                        percent(drift.meanBefore()),
                        drift.samplesAfter(),
                        drift.samplesBefore(),
                        drift.modelVersion()),
                Map.of(
                        "ratioBefore",
                        drift.meanBefore(),
                        "ratioAfter",
                        drift.meanAfter(),
                        "windowsBefore",
                        (double) drift.samplesBefore(),
                        "windowsAfter",
                        (double) drift.samplesAfter()));
    }

    private static String percent(double ratio) {
        return String.format(
                Locale.ROOT, "%.0f %% %s", 100 * Math.abs(ratio), ratio < 0 ? "less" : "more");
    }
}
