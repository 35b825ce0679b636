package io.fueloptimine.models.alarm.lifecycle;

import io.fueloptimine.models.mine.alarm.AlertCommand;
import io.fueloptimine.models.mine.alarm.AlertCommandAnswer;

/**
 * The result of checking a record of the topic {@code alerts.commands}. Exactly one of the two is
 * given.
 *
 * @param command the command; null when the record has faults
 * @param refusal the answer that names the faults; null when the record has none
 */
public record CheckedCommand(AlertCommand command, AlertCommandAnswer refusal) {

    /** The key of the machine or site of the command; empty for a record with faults. */
    public String machineKey() {
        return command == null ? "" : command.machineKey();
    }
}
