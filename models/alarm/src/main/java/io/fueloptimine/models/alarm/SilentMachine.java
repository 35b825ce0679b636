package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.Map;

/** The signal that a machine sends no telemetry. */
public final class SilentMachine {

    private SilentMachine() {}

    /**
     * The signal.
     *
     * @param lastAt the time of the last reading (UTC)
     * @param at when the silence had lasted too long (UTC)
     * @param silenceS how long it had lasted then, s
     */
    public static AlarmSignal signal(
            String site, String machineId, Instant lastAt, Instant at, long silenceS) {
        return new AlarmSignal(
                        site,
                        machineId,
                        AlertType.SILENT_SENSOR,
                        Severity.WARNING,
                        at,
                        true,
                        "No telemetry for " + silenceS + " s, last at " + lastAt,
                        Map.of("silentS", (double) silenceS))
                .withWords(Map.of("lastAt", lastAt.toString()));
    }
}
