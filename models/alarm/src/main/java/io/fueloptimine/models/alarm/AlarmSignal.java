package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.AlertType;
import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.Severity;
import java.time.Instant;
import java.util.Map;

/**
 * What one detector says about one machine: the reason for an alarm is there, or is gone. Detectors
 * may repeat themselves; {@code OpenAlarms} makes one alarm of it.
 *
 * @param site the mine
 * @param machineId the machine
 * @param type the alarm
 * @param severity how much it matters
 * @param at event time (UTC)
 * @param present whether the reason is there; false when it is gone
 * @param message what an operator reads
 * @param evidence the figures behind it, units in the names
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

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, machineId);
    }
}
