package io.fueloptimine.models.mine.alarm;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import io.fueloptimine.models.mine.input.PrintableText;
import java.time.Instant;
import java.util.Map;

/**
 * An alarm after a change, such as being raised, acknowledged or cleared. All records of an alarm
 * have the same id, so that the later record replaces the earlier one.
 *
 * @param alertId deterministic id: type, site, machine and the time for which the alarm was raised
 * @param site the mine
 * @param machineId the machine; null when the alarm concerns the whole site
 * @param type the type of the alarm
 * @param severity the severity of the alarm
 * @param raisedAt event time at which the alarm was raised (UTC)
 * @param clearedAt event time at which the alarm was cleared (UTC); null while the alarm is raised
 * @param message text for the control room
 * @param evidence the measured values that raised the alarm, with units in their names
 * @param en the text in English; null in records of earlier releases
 * @param es the text in Spanish; null in records of earlier releases
 * @param status acknowledgement, shelving and the other facts of the life-cycle; null in records of
 *     earlier releases
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
        Map<String, Double> evidence,
        AlertText en,
        AlertText es,
        AlertStatus status)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(Alert.class);

    public Alert {
        CHECK.required("alertId", alertId)
                .name("site", site)
                .optionalName("machineId", machineId)
                .required("type", type)
                .required("severity", severity)
                .required("raisedAt", raisedAt);
        // It may quote a note.
        message = message == null ? null : PrintableText.ofLines(message);
    }

    /** Whether the condition of the alarm is present. */
    public boolean active() {
        return clearedAt == null;
    }

    /** A copy after a change. */
    public Alert with(Severity newSeverity, Instant newClearedAt, AlertStatus newStatus) {
        return new Alert(
                alertId,
                site,
                machineId,
                type,
                newSeverity,
                raisedAt,
                newClearedAt,
                message,
                evidence,
                en,
                es,
                newStatus);
    }

    /**
     * The id of an alarm, which depends only on type, machine and time.
     *
     * @param machineKey the text form of the machine's {@link MachineKey}, or the name of the site
     */
    public static String idOf(AlertType type, String machineKey, Instant raisedAt) {
        return type + "/" + machineKey + "/" + raisedAt.toEpochMilli();
    }

    /**
     * The text form of the machine's key, or the name of the site when the alarm concerns the whole
     * site.
     */
    @Override
    public String machineKey() {
        return MachineKey.ofMachineOrSite(site, machineId);
    }
}
