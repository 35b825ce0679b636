package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftKind;
import io.fueloptimine.models.mine.consumption.DriftScope;
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
     * The signal of a drift. Each class, road and kind of drift has an alarm of its own.
     *
     * @param drift a change of the residual ratio (residual over expected litres), of a road or of
     *     the model's inputs
     */
    public static AlarmSignal of(DriftEvent drift) {
        AlarmSignal signal =
                new AlarmSignal(
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
        return signal.withText(variant(drift), words(drift)).ofCause(causeId(drift));
    }

    private static String variant(DriftEvent drift) {
        return drift.kind() == DriftKind.DATA
                ? "data"
                : drift.scope().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> words(DriftEvent drift) {
        boolean allTrucks = drift.scope() == DriftScope.FLEET;
        return Map.of(
                "cause", drift.cause().name(),
                "subject", allTrucks ? "ALL_TRUCKS" : drift.subject(),
                "since", drift.since() == null ? "unknown" : drift.since().toString(),
                "features", drift.evidence() == null ? "unknown" : drift.evidence(),
                "modelVersion", drift.modelVersion() == null ? "unknown" : drift.modelVersion());
    }

    /** What distinguishes the alarms of a site: the kind, and the class or road that drifted. */
    private static String causeId(DriftEvent drift) {
        String kind = drift.kind() == DriftKind.DATA ? "DATA " : "";
        return switch (drift.scope()) {
            case MACHINE -> kind.isEmpty() ? null : kind.strip();
            case CLASS, ROAD -> kind + drift.scope() + " " + drift.subject().replace('/', '-');
            case FLEET -> kind + drift.scope();
        };
    }

    private static boolean isPresent(DriftEvent drift) {
        return !drift.ended()
                && (drift.kind() == DriftKind.DATA
                        || drift.meanAfter() > drift.meanBefore()
                        || drift.cause() == SuspectedCause.SENSOR_BIAS);
    }

    private static String text(DriftEvent drift) {
        if (drift.cause() == SuspectedCause.MODEL_REPLACED) {
            return "Model version " + drift.modelVersion() + " was replaced";
        }
        if (drift.kind() == DriftKind.DATA) {
            return String.format(
                    Locale.ROOT,
                    "Measurements of %s are %s the training data (model version %s): %s%s",
                    drift.scope() == DriftScope.FLEET ? "all trucks" : drift.subject(),
                    drift.ended() ? "again as in" : "not as in",
                    drift.modelVersion(),
                    drift.evidence(),
                    suspected(drift));
        }
        if (drift.scope() == DriftScope.ROAD) {
            return String.format(
                    Locale.ROOT,
                    "Rolling resistance of road %s is %.1f points above the published one, %.1f"
                            + " points on the other roads%s",
                    drift.subject(),
                    drift.meanAfter(),
                    drift.meanBefore(),
                    suspected(drift));
        }
        return String.format(
                Locale.ROOT,
                "%s %s than the model expects, %s before%s (model version %s)%s",
                subject(drift),
                percent(drift.meanAfter()),
                percent(drift.meanBefore()),
                drift.since() == null ? "" : ", since " + drift.since(),
                drift.modelVersion(),
                suspected(drift));
    }

    private static String suspected(DriftEvent drift) {
        return drift.cause() == SuspectedCause.UNKNOWN || drift.ended()
                ? ""
                : "; suspected: " + drift.cause().words();
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
