package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.lifecycle.CheckedCommand;
import io.fueloptimine.models.alarm.lifecycle.CommandCheck;

/**
 * A minute of a machine or a command of a person. Exactly one of the two is given.
 *
 * @param minute the minute; null for a command
 * @param command the command or its refusal; null for a minute
 */
public record MinuteOrCommand(MachineMinute minute, CheckedCommand command) {

    static MinuteOrCommand of(MachineMinute minute) {
        return new MinuteOrCommand(minute, null);
    }

    static MinuteOrCommand of(String json) {
        return new MinuteOrCommand(null, CommandCheck.read(json));
    }

    String machineKey() {
        return minute == null ? command.machineKey() : minute.machineKey();
    }
}
