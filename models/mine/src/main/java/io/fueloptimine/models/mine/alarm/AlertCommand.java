package io.fueloptimine.models.mine.alarm;

import io.fueloptimine.models.mine.TopicRecord;
import java.time.Instant;

/**
 * A record of the topic {@code alerts.commands}: what a person does with an alarm. Job alarms
 * checks and answers it. Immutable.
 *
 * @param commandId the id of the command; a repeated command changes nothing
 * @param alertId the alarm
 * @param action what the person does
 * @param until the end of shelving, in the time of the mine (UTC); null for other actions
 * @param user who does it
 * @param comment why; null without a reason
 * @param at when the person did it (UTC)
 */
public record AlertCommand(
        String commandId,
        String alertId,
        AlertAction action,
        Instant until,
        String user,
        String comment,
        Instant at)
        implements TopicRecord {

    /** The key of the machine or site that the alarm concerns, which is part of its id. */
    public String machineKey() {
        return alertId.substring(alertId.indexOf('/') + 1, alertId.lastIndexOf('/'));
    }

    @Override
    public String topicKey() {
        return machineKey();
    }
}
