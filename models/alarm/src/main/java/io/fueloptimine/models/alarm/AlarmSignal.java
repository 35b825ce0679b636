package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.Map;

/**
 * A statement that the condition of an alarm is present or gone on one machine or site. Detectors
 * of job alarms and other jobs make such statements. Detectors may repeat a signal; the operator
 * {@code RaiseAndClearAlarms} combines the signals of a machine and alarm type to one alarm.
 *
 * @param site the mine
 * @param machineId the machine; null when the signal concerns the whole site
 * @param type the alarm
 * @param severity the severity
 * @param at event time (UTC)
 * @param present true when the condition is present, false when it is gone
 * @param message the text for people
 * @param evidence the measured values that led to the signal, with units in their names
 */
public record AlarmSignal(
        String site,
        String machineId,
        AlertType type,
        Severity severity,
        Instant at,
        boolean present,
        String message,
        Map<String, Double> evidence)
        implements MachineRecord {

    public static AlarmSignal present(
            MachineMinute minute,
            AlertType type,
            Severity severity,
            String message,
            Map<String, Double> evidence) {
        return new AlarmSignal(
                minute.site(),
                minute.machineId(),
                type,
                severity,
                minute.end(),
                true,
                message,
                evidence);
    }

    public static AlarmSignal gone(MachineMinute minute, AlertType type, String message) {
        return new AlarmSignal(
                minute.site(),
                minute.machineId(),
                type,
                Severity.INFO,
                minute.end(),
                false,
                message,
                Map.of());
    }

    /** Creates a signal from one that another job has reported. */
    public static AlarmSignal of(ReportedSignal reported) {
        return new AlarmSignal(
                reported.site(),
                reported.machineId(),
                reported.type(),
                reported.severity(),
                reported.at(),
                reported.active(),
                reported.cause(),
                reported.evidence());
    }

    /**
     * The text form of the machine's key, or the name of the site when the signal concerns the
     * whole site.
     */
    @Override
    public String machineKey() {
        return MachineKey.ofMachineOrSite(site, machineId);
    }
}
