package io.fueloptimine.jobs.evaluation.match;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import java.time.Instant;

/**
 * An alarm of job alarms, a drift event of job fuel, or an alarm of a baseline.
 *
 * @param site the mine
 * @param machineId the machine; null for the whole site
 * @param type the name of the alarm type, or {@link #DRIFT_EVENT}
 * @param raisedAt event time (UTC)
 */
public record RaisedAlarm(String site, String machineId, String type, Instant raisedAt) {

    /** The type of drift events of job fuel. */
    public static final String DRIFT_EVENT = "DRIFT_EVENT";

    public static RaisedAlarm of(Alert alert) {
        return new RaisedAlarm(
                alert.site(), alert.machineId(), alert.type().name(), alert.raisedAt());
    }

    public static RaisedAlarm of(DriftEvent drift) {
        return new RaisedAlarm(drift.site(), drift.machineId(), DRIFT_EVENT, drift.detectedAt());
    }
}
