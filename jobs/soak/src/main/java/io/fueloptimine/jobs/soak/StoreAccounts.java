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

/** Compares the SQL tables and the Parquet lake with the readings that the fleet has sent. */
final class StoreAccounts {

    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");

    /**
     * The index of the topic level that contains the machine's id: {@code site/v1/kind/id/stream}.
     */
    private static final int MACHINE_LEVEL = 3;

    private final SoakFleet fleet;
    private final SqlConnection sql;
    private final LakeReader lake;

    StoreAccounts(SoakFleet fleet, SqlConnection sql, Path lake) {
        this.fleet = fleet;
        this.sql = sql;
        this.lake = new LakeReader(lake);
    }

    /**
     * Accounts for the readings in the lake, which must contain each valid reading exactly once.
     */
    StoreAccount lakeReadings() throws IOException {
        ReadingCounts counts = new ReadingCounts(fleet, reading -> !fleet.isBad(reading));
        lake.readings(
                List.of("machine_id", "sequence"),
                row -> counts.add(row.get("machine_id").toString(), (Long) row.get("sequence")));
        return counts.account("lake readings");
    }

    /**
     * Accounts for the windows in the lake: each valid reading must be counted in the last revision
     * of its window, or must have been rejected as late.
     */
    StoreAccount lakeWindows() throws IOException, SQLException {
        WindowReadingCounts counts = new WindowReadingCounts(fleet);
        lake.windows(
                List.of("machine_id", "window_start", "readings"),
                row ->
                        counts.add(
                                row.get("machine_id").toString(),
                                Instant.ofEpochMilli((Long) row.get("window_start")),
                                (Integer) row.get("readings")));
        addLate(counts);
        return counts.account("lake windows");
    }

    /**
     * Accounts for the table fuel_window: each valid reading must be counted in the row of its
     * window, or must have been rejected as late.
     */
    StoreAccount sqlWindows() throws SQLException {
        WindowReadingCounts counts = new WindowReadingCounts(fleet);
        query(
                "SELECT machine_id, window_start, readings FROM fuel_window WHERE site = '"
                        + SoakFleet.SITE
                        + "'",
                row -> counts.add(row.getString(1), utc(row, 2), row.getInt(3)));
        addLate(counts);
        return counts.account("SQL fuel_window");
    }

    /**
     * Accounts for the table rejected_reading, which must contain each bad reading exactly once.
     */
    StoreAccount sqlRejected() throws SQLException {
        ReadingCounts counts = new ReadingCounts(fleet, fleet::isBad);
        query(
                "SELECT topic, payload FROM rejected_reading WHERE verdict = 'REJECTED'",
                row -> counts.add(machineOf(row.getString(1)), sequenceOf(row.getBytes(2))));
        return counts.account("SQL rejected_reading");
    }

    private void addLate(WindowReadingCounts counts) throws SQLException {
        query(
                "SELECT machine_id, event_time FROM rejected_reading WHERE verdict = 'LATE'",
                row -> counts.addLate(row.getString(1), utc(row, 2)));
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

    private void query(String text, RowConsumer row) throws SQLException {
        try (Connection connection = sql.open();
                PreparedStatement statement = connection.prepareStatement(text);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                row.accept(rows);
            }
        }
    }

    private interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }
}
