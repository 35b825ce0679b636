package io.fueloptimine.connectors.jdbc;

import static io.fueloptimine.connectors.jdbc.SqlType.BIGINT;
import static io.fueloptimine.connectors.jdbc.SqlType.INT;
import static io.fueloptimine.connectors.jdbc.SqlType.TIME;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertStatus;
import io.fueloptimine.models.mine.alarm.AlertText;
import java.time.Duration;
import org.apache.flink.util.function.SerializableFunction;

/** The tables of alarms, and the columns that each alert writes. */
final class AlarmTables {

    private AlarmTables() {}

    /** The columns of {@code alert}. Of two rows, the one with the higher revision is newer. */
    static SqlTable<Alert> alert() {
        return new SqlTable<Alert>("alert")
                .key("alert_id", MineTables.ID, Alert::alertId)
                .name("site", Alert::site)
                .name("machine_id", Alert::machineId)
                .shortText("type", Alert::type)
                .shortText("severity", Alert::severity)
                .time("raised_at", Alert::raisedAt)
                .time("cleared_at", Alert::clearedAt)
                .text("message", Alert::message)
                .json("evidence", Alert::evidence)
                .shortText("state", status(AlertStatus::state))
                .column("revision", BIGINT, status(AlertStatus::revision))
                .time("changed_at", status(AlertStatus::changedAt))
                .time("acknowledged_at", status(AlertStatus::acknowledgedAt))
                .name("acknowledged_by", status(AlertStatus::acknowledgedBy))
                .time("shelved_until", status(AlertStatus::shelvedUntil))
                .column("occurrences", INT, status(AlertStatus::occurrences))
                .number("duration_s", AlarmTables::durationS)
                .text("seen_en", text(Alert::en, AlertText::seen))
                .text("expected_en", text(Alert::en, AlertText::expected))
                .text("reason_en", text(Alert::en, AlertText::reason))
                .text("action_en", text(Alert::en, AlertText::action))
                .text("seen_es", text(Alert::es, AlertText::seen))
                .text("expected_es", text(Alert::es, AlertText::expected))
                .text("reason_es", text(Alert::es, AlertText::reason))
                .text("action_es", text(Alert::es, AlertText::action))
                .newerBy("revision");
    }

    /**
     * The columns of {@code alert_state}. The key contains no revision, because after a crash a
     * command and a signal may change places.
     */
    static SqlTable<Alert> alertState() {
        return new SqlTable<Alert>("alert_state")
                .key("alert_id", MineTables.ID, Alert::alertId)
                .key("changed_at", TIME, status(AlertStatus::changedAt))
                .key("change", SqlType.text(50), status(AlertStatus::change))
                .name("site", Alert::site)
                .name("machine_id", Alert::machineId)
                .shortText("type", Alert::type)
                .shortText("severity", Alert::severity)
                .shortText("state", status(AlertStatus::state))
                .column("revision", BIGINT, status(AlertStatus::revision))
                .name("user_name", status(AlertStatus::user))
                .text("comment", status(AlertStatus::comment))
                .column("command_id", MineTables.ID, status(AlertStatus::commandId))
                .time("shelved_until", status(AlertStatus::shelvedUntil));
    }

    private static Double durationS(Alert alert) {
        return alert.clearedAt() == null
                ? null
                : Duration.between(alert.raisedAt(), alert.clearedAt()).toMillis() / 1_000.0;
    }

    private static SerializableFunction<Alert, Object> status(
            SerializableFunction<AlertStatus, Object> field) {
        return alert -> alert.status() == null ? null : field.apply(alert.status());
    }

    private static SerializableFunction<Alert, Object> text(
            SerializableFunction<Alert, AlertText> language,
            SerializableFunction<AlertText, Object> part) {
        return alert -> {
            AlertText text = language.apply(alert);
            return text == null ? null : part.apply(text);
        };
    }
}
