package io.fueloptimine.jobs.soak;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.parquet.LakeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds what stands in the SQL tables and in the lake against what the fleet has sent. */
final class StoreAccounts {

    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");

    /** Where a message's topic names its machine: {@code site/v1/kind/id/stream}. */
    private static final int MACHINE_LEVEL = 3;

    private final SoakFleet fleet;
    private final SqlConnection sql;
    private final LakeReader lake;

    StoreAccounts(SoakFleet fleet, SqlConnection sql, Path lake) {
        this.fleet = fleet;
        this.sql = sql;
        this.lake = new LakeReader(lake);
    }

    /** Every valid reading, once each. */
    StoreAccount lakeReadings() throws IOException {
        ReadingCounts tally = new ReadingCounts(fleet, reading -> !fleet.isBad(reading));
        lake.readings(
                List.of("machine_id", "sequence"),
                row -> tally.found(row.get("machine_id").toString(), (Long) row.get("sequence")));
        return tally.account("lake readings");
    }

    /** Every valid reading in the last word on its window, or told to be late. */
    StoreAccount lakeWindows() throws IOException, SQLException {
        WindowReadingCounts tally = new WindowReadingCounts(fleet);
        lake.windows(
                List.of("machine_id", "window_start", "readings"),
                row ->
                        tally.found(
                                row.get("machine_id").toString(),
                                Instant.ofEpochMilli((Long) row.get("window_start")),
                                (Integer) row.get("readings")));
        addLate(tally);
        return tally.account("lake windows");
    }

    /** Every valid reading in its window's row, or told to be late. */
    StoreAccount sqlWindows() throws SQLException {
        WindowReadingCounts tally = new WindowReadingCounts(fleet);
        query(
                "SELECT machine_id, window_start, readings FROM fuel_window WHERE site = '"
                        + SoakFleet.SITE
                        + "'",
                row -> tally.found(row.getString(1), utc(row, 2), row.getInt(3)));
        addLate(tally);
        return tally.account("SQL fuel_window");
    }

    /** Every bad reading, once each. */
    StoreAccount sqlRejected() throws SQLException {
        ReadingCounts tally = new ReadingCounts(fleet, fleet::isBad);
        query(
                "SELECT topic, payload FROM rejected_reading WHERE verdict = 'REJECTED'",
                row -> tally.found(machineOf(row.getString(1)), sequenceOf(row.getBytes(2))));
        return tally.account("SQL rejected_reading");
    }

    private void addLate(WindowReadingCounts tally) throws SQLException {
        query(
                "SELECT machine_id, event_time FROM rejected_reading WHERE verdict = 'LATE'",
                row -> tally.late(row.getString(1), utc(row, 2)));
    }

    private static Instant utc(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static String machineOf(String topic) {
        String[] levels = topic == null ? new String[0] : topic.split("/");
        return levels.length > MACHINE_LEVEL ? levels[MACHINE_LEVEL] : String.valueOf(topic);
    }

    private static long sequenceOf(byte[] payload) {
        String text = payload == null ? "" : new String(payload, StandardCharsets.UTF_8);
        Matcher sequence = SEQUENCE.matcher(text);
        return sequence.find() ? Long.parseLong(sequence.group(1)) : -1;
    }

    private void query(String text, Row row) throws SQLException {
        try (Connection connection = sql.open();
                PreparedStatement statement = connection.prepareStatement(text);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                row.take(rows);
            }
        }
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }
}
