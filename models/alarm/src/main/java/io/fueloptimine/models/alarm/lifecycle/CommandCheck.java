package io.fueloptimine.models.alarm.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.alarm.AlertAction;
import io.fueloptimine.models.mine.alarm.AlertCommand;
import io.fueloptimine.models.mine.alarm.AlertCommandAnswer;
import io.fueloptimine.models.mine.alarm.AlertStatus;
import io.fueloptimine.models.mine.input.FieldFault;
import io.fueloptimine.models.mine.input.JsonFault;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.PrintableText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks commands of people: the record by itself, and the command against the alarm that it names.
 * Every fault names the field, its value and what was expected. Thread-safe.
 */
public final class CommandCheck {

    /** The maximum length of an id, which is that of the SQL columns for ids. */
    private static final int MAX_ID = 200;

    private static final int MAX_LABEL = 100;
    private static final int MAX_COMMENT = 1_000;
    private static final int MAX_SHOWN = 60;
    private static final Pattern ALERT_ID = Pattern.compile("[^/]+/.+/-?\\d+");

    private CommandCheck() {}

    /**
     * Checks a record of the topic.
     *
     * @param json the value of the record; null for a record without a value
     */
    public static CheckedCommand read(String json) {
        List<FieldFault> faults = new ArrayList<>();
        JsonNode record = MineJson.mapper().missingNode();
        try {
            record = MineJson.mapper().readTree(json == null ? "" : json);
        } catch (JsonProcessingException e) {
            JsonFault fault = JsonFault.of(e, json, MineJson.mapper());
            faults.add(new FieldFault(fault.field(), fault.value(), fault.expected()));
            return refused(null, null, faults);
        }
        if (!record.isObject()) {
            faults.add(new FieldFault(null, shown(record), "a JSON object"));
            return refused(null, null, faults);
        }
        String commandId = text(record, "commandId", MAX_ID, true, faults);
        String alertId = alertId(record, faults);
        AlertAction action = action(record, faults);
        Instant until = time(record, "until", action == AlertAction.SHELVE, faults);
        if (until != null && action != null && action != AlertAction.SHELVE) {
            faults.add(
                    new FieldFault(
                            "until", until.toString(), "no value, because only SHELVE has an end"));
        }
        String user = text(record, "user", MAX_LABEL, true, faults);
        String comment = text(record, "comment", MAX_COMMENT, false, faults);
        Instant at = time(record, "at", true, faults);
        return faults.isEmpty()
                ? new CheckedCommand(
                        new AlertCommand(commandId, alertId, action, until, user, comment, at),
                        null)
                : refused(commandId, alertId, faults);
    }

    /**
     * The faults of a command for the alarm that it names.
     *
     * @param life the alarm; null when there is none with this id
     * @param now the event time (UTC)
     */
    public static List<FieldFault> faults(
            AlertCommand command, AlarmLife life, Instant now, LifecycleSettings settings) {
        if (life == null) {
            return List.of(
                    new FieldFault(
                            "alertId",
                            command.alertId(),
                            "an alarm that has not ended, from fuel.alerts or table alert"));
        }
        if (life.commandIds().contains(command.commandId())) {
            return List.of();
        }
        AlertStatus status = life.alert().status();
        return switch (command.action()) {
            case ACKNOWLEDGE -> unless(!status.acknowledged(), command, "not acknowledged yet");
            case SHELVE -> shelvingFaults(command, now, settings);
            case UNSHELVE -> unless(status.shelvedUntil() != null, command, "shelved");
            case OUT_OF_SERVICE -> unless(!status.outOfService(), command, "in service");
            case IN_SERVICE -> unless(status.outOfService(), command, "out of service");
        };
    }

    private static List<FieldFault> unless(boolean valid, AlertCommand command, String state) {
        return valid
                ? List.of()
                : List.of(
                        new FieldFault(
                                "action",
                                command.action().name(),
                                "an action for this alarm; this one needs an alarm that is "
                                        + state));
    }

    private static List<FieldFault> shelvingFaults(
            AlertCommand command, Instant now, LifecycleSettings settings) {
        Instant latest = now.plus(Duration.ofMinutes(settings.maxShelveMin()));
        boolean valid = command.until().isAfter(now) && !command.until().isAfter(latest);
        return valid
                ? List.of()
                : List.of(
                        new FieldFault(
                                "until",
                                command.until().toString(),
                                "a time of the mine after " + now + " and not after " + latest));
    }

    private static CheckedCommand refused(
            String commandId, String alertId, List<FieldFault> faults) {
        return new CheckedCommand(null, AlertCommandAnswer.refused(commandId, alertId, faults));
    }

    private static String alertId(JsonNode record, List<FieldFault> faults) {
        String alertId = text(record, "alertId", MAX_ID, true, faults);
        if (alertId != null && !ALERT_ID.matcher(alertId).matches()) {
            faults.add(
                    new FieldFault(
                            "alertId",
                            shown(record.path("alertId")),
                            "an id such as LOW_FUEL/andes/T01/1767600000000"));
        }
        return alertId;
    }

    private static AlertAction action(JsonNode record, List<FieldFault> faults) {
        String given = record.path("action").asText();
        for (AlertAction action : AlertAction.values()) {
            if (action.name().equals(given)) {
                return action;
            }
        }
        faults.add(
                new FieldFault(
                        "action",
                        shown(record.path("action")),
                        "one of " + Arrays.toString(AlertAction.values())));
        return null;
    }

    private static String text(
            JsonNode record,
            String field,
            int maxLength,
            boolean required,
            List<FieldFault> faults) {
        JsonNode value = record.path(field);
        if (!required && (value.isMissingNode() || value.isNull())) {
            return null;
        }
        if (!value.isTextual() || required && value.textValue().isBlank()) {
            faults.add(new FieldFault(field, shown(value), "a text"));
            return null;
        }
        if (value.textValue().length() > maxLength) {
            faults.add(new FieldFault(field, shown(value), "at most " + maxLength + " characters"));
            return null;
        }
        return PrintableText.of(value.textValue());
    }

    private static Instant time(
            JsonNode record, String field, boolean required, List<FieldFault> faults) {
        JsonNode value = record.path(field);
        if (!required && (value.isMissingNode() || value.isNull())) {
            return null;
        }
        try {
            return Instant.parse(value.isTextual() ? value.textValue() : "");
        } catch (DateTimeException e) {
            faults.add(
                    new FieldFault(field, shown(value), "a UTC time such as 2026-05-04T06:00:00Z"));
            return null;
        }
    }

    private static String shown(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        return PrintableText.of(
                text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...");
    }
}
