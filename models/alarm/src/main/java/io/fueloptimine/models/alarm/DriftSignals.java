package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.SuspectedCause;
import java.util.Locale;
import java.util.Map;

/**
 * Turns drifts of the consumption of a machine, a class or the fleet into signals of the alarm
 * {@link AlertType#DRIFT}. A rise raises the alarm, and so does a fall that suggests a biased
 * sensor. The end of a drift clears it: the consumption is as it was, or another model version
 * replaced the one that the drift was measured with.
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
                isPresent(drift),
                text(drift),
                Map.of(
                        "ratioBefore",
                        drift.meanBefore(),
                        "ratioAfter",
                        drift.meanAfter(),
                        "samplesBefore",
                        (double) drift.samplesBefore(),
                        "samplesAfter",
                        (double) drift.samplesAfter()));
    }

    private static boolean isPresent(DriftEvent drift) {
        return !drift.ended()
                && (drift.meanAfter() > drift.meanBefore()
                        || drift.cause() == SuspectedCause.SENSOR_BIAS);
    }

    private static String text(DriftEvent drift) {
        if (drift.cause() == SuspectedCause.MODEL_REPLACED) {
            return "Model version " + drift.modelVersion() + " was replaced";
        }
        return String.format(
                Locale.ROOT,
                "%s %s than the model expects, %s before%s (model version %s)%s",
                subject(drift),
                percent(drift.meanAfter()),
                percent(drift.meanBefore()),
                drift.since() == null ? "" : ", since " + drift.since(),
                drift.modelVersion(),
                drift.cause() == SuspectedCause.UNKNOWN || drift.ended()
                        ? ""
                        : "; suspected: " + drift.cause().words());
    }

    private static String subject(DriftEvent drift) {
        return switch (drift.scope()) {
            case MACHINE -> "Burns";
            case CLASS -> "Trucks of class " + drift.subject() + " burn";
            case ROAD -> "Trucks on road " + drift.subject() + " burn";
            case FLEET -> "All trucks burn";
        };
    }

    private static String percent(double ratio) {
        return String.format(
                Locale.ROOT, "%.0f %% %s", 100 * Math.abs(ratio), ratio < 0 ? "less" : "more");
    }
}
