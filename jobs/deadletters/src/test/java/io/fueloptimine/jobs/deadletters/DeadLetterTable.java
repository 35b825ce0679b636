package io.fueloptimine.jobs.deadletters;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A database in memory with letters in it; it lives until closed. */
final class DeadLetterTable implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    static final String TOPIC = "pit/v1/haultruck/T1/telemetry";

    private final SqlConnection sql =
            new SqlConnection("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
    private final Connection held;

    DeadLetterTable() throws SQLException {
        held = sql.open();
        SqlMigrations.migrate(sql);
    }

    SqlConnection sql() {
        return sql;
    }

    DeadLetterTable rejected(String id, String rule, int minute) throws SQLException {
        return deadLetter(id, "REJECTED", rule, "T1", TOPIC, minute, new byte[] {'{', '}'});
    }

    DeadLetterTable deadLetter(
            String id,
            String verdict,
            String rule,
            String machine,
            String topic,
            int minute,
            byte[] payload)
            throws SQLException {
        String insert =
                "INSERT INTO rejected_reading (quality_id, verdict, [RULE], severity, field,"
                        + " observed, expected, topic, machine_id, received_at, redelivered,"
                        + " payload) VALUES (?, ?, ?, 'WARNING', 'speedKph', '90', 'at most 80', ?,"
                        + " ?, ?, 0, ?)";
        try (PreparedStatement statement = held.prepareStatement(insert)) {
            statement.setString(1, id);
            statement.setString(2, verdict);
            statement.setString(3, rule);
            statement.setString(4, topic);
            statement.setString(5, machine);
            statement.setObject(
                    6, LocalDateTime.ofInstant(NOON.plusSeconds(60L * minute), ZoneOffset.UTC));
            statement.setBytes(7, payload);
            statement.executeUpdate();
        }
        return this;
    }

    @Override
    public void close() throws SQLException {
        held.close();
    }
}
