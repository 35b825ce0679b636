package io.fueloptimine.models.mine.alarm;

import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.input.FieldFault;
import java.util.List;

/**
 * The answer to a record of the topic {@code alerts.commands}: a record of the topic {@code
 * alerts.commands.answers}. Each record is answered, also a repeated one. Immutable.
 *
 * @param commandId the id of the command; null when the record has no readable id
 * @param alertId the alarm; null when the record names none
 * @param accepted whether the command is carried out
 * @param faults every fault of a command that is not accepted; empty for an accepted one
 */
public record AlertCommandAnswer(
        String commandId, String alertId, boolean accepted, List<FieldFault> faults)
        implements TopicRecord {

    public AlertCommandAnswer {
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    /** The answer to a command that is carried out. */
    public static AlertCommandAnswer accepted(AlertCommand command) {
        return new AlertCommandAnswer(command.commandId(), command.alertId(), true, List.of());
    }

    /** The answer to a command with faults. */
    public static AlertCommandAnswer refused(
            String commandId, String alertId, List<FieldFault> faults) {
        return new AlertCommandAnswer(commandId, alertId, false, faults);
    }

    @Override
    public String topicKey() {
        return commandId;
    }
}
