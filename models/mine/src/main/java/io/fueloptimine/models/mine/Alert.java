package io.fueloptimine.models.mine;

import io.fueloptimine.models.mine.input.PrintableText;
import java.time.Instant;
import java.util.Map;

/**
 * An alarm that was raised or cleared. Both records have the same id, so that the later one
 * replaces the earlier one.
 *
 * @param alertId deterministic: type, site, machine and the time it was raised for
 * @param site the mine
 * @param machineId the machine
 * @param type the type
 * @param severity the severity
 * @param raisedAt event time it was raised (UTC)
 * @param clearedAt event time it was cleared; null while open
 * @param message text for the control room
 * @param evidence the numbers that raised it, units in the names
 */
public record Alert(
        String alertId,
        String site,
        String machineId,
        AlertType type,
        Severity severity,
        Instant raisedAt,
        Instant clearedAt,
        String message,
        Map<String, Double> evidence)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(Alert.class);

    public Alert {
        CHECK.required("alertId", alertId)
                .name("site", site)
                .name("machineId", machineId)
                .required("type", type)
                .required("severity", severity)
                .required("raisedAt", raisedAt);
        // It may quote a note.
        message = message == null ? null : PrintableText.ofLines(message);
    }

    /**
     * The id of the alarm of a type, machine and time. Deterministic.
     *
     * @param machineKey the text form of the machine's {@link MachineKey}
     */
    public static String idOf(AlertType type, String machineKey, Instant raisedAt) {
        return type + "/" + machineKey + "/" + raisedAt.toEpochMilli();
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, machineId);
    }
}
