package io.fueloptimine.jobs.evaluation.match;

import io.fueloptimine.models.mine.alarm.Alert;
import java.time.Instant;

/**
 * An alarm of job alarms, which is what a control room sees, or an alarm of a baseline.
 *
 * @param site the mine
 * @param machineId the machine; null for the whole site
 * @param type the name of the alarm type
 * @param raisedAt event time (UTC)
 */
public record RaisedAlarm(String site, String machineId, String type, Instant raisedAt) {

    public static RaisedAlarm of(Alert alert) {
        return new RaisedAlarm(
                alert.site(), alert.machineId(), alert.type().name(), alert.raisedAt());
    }
}
