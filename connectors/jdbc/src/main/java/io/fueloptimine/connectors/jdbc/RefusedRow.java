package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.PrintableText;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A row that its table refuses, as a dead letter in {@code rejected_reading}: the record as JSON
 * and the database's reason. The id follows from table and key, so that a repeat changes nothing.
 * It has no topic, so that it is never replayed to MQTT.
 *
 * @param qualityId the id of the dead letter
 * @param table the table that refuses the row
 * @param site the site of the record; null when it has none
 * @param machineId the machine of the record; null when it has none
 * @param reason the database's message
 * @param payload the record as JSON
 * @param refusedAt when the row was refused (UTC, wall-clock)
 */
record RefusedRow(
        String qualityId,
        String table,
        String site,
        String machineId,
        String reason,
        byte[] payload,
        Instant refusedAt) {

    static <T> RefusedRow of(SqlTable<T> table, T record, Exception reason, Instant at) {
        byte[] payload = json(record);
        MachineRecord machine = record instanceof MachineRecord known ? known : null;
        return new RefusedRow(
                "sql/" + table.name() + "/" + key(table, record, payload),
                table.name(),
                machine == null ? null : machine.site(),
                machine == null ? null : machine.machineId(),
                PrintableText.of(
                        reason instanceof SQLException
                                ? String.valueOf(reason.getMessage())
                                : reason.toString()),
                payload,
                at);
    }

    /** The columns that a refused row writes. */
    static SqlTable<RefusedRow> columns() {
        return new SqlTable<RefusedRow>("rejected_reading")
                .key("quality_id", MineTables.ID, RefusedRow::qualityId)
                .shortText("verdict", row -> QualityVerdict.REJECTED)
                .name("rule", row -> "sql-" + row.table().replace('_', '-'))
                .shortText("severity", row -> Severity.CRITICAL)
                .text("observed", RefusedRow::reason)
                .text("expected", row -> "a row that table " + row.table() + " accepts")
                .name("site", RefusedRow::site)
                .name("machine_id", RefusedRow::machineId)
                .time("received_at", RefusedRow::refusedAt)
                .column("payload", SqlType.BYTES, RefusedRow::payload);
    }

    /** A record whose key cannot be computed is named after its content. */
    private static <T> String key(SqlTable<T> table, T record, byte[] payload) {
        try {
            return table.keyText(record);
        } catch (RuntimeException e) {
            return UUID.nameUUIDFromBytes(payload).toString();
        }
    }

    private static byte[] json(Object record) {
        try {
            return MineJson.toBytes(record);
        } catch (RuntimeException e) {
            // A record whose fields cannot be read is kept as far as it can be shown.
            return record.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8);
        }
    }
}
