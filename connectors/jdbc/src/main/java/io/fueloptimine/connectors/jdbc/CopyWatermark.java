package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.models.mine.input.InvalidJsonException;
import io.fueloptimine.models.mine.input.MineJson;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;

/**
 * How far a table is copied: a row of {@code copy_watermark} in the target, which moves in the
 * transaction of the copied rows. Not thread-safe.
 */
final class CopyWatermark {

    private static final SqlType SOURCE = SqlType.text(200);
    private static final SqlType NAME = SqlType.text(100);
    private static final String KEY = " WHERE source = ? AND table_name = ?";
    private static final String MOVE =
            "UPDATE copy_watermark SET transaction_id = ?, row_key = ?, batches = batches + 1,"
                    + " copied_rows = copied_rows + ?, copied_at = ?"
                    + KEY
                    + " AND batches = ?";

    private final Connection target;
    private final SqlDialect dialect;
    private final String source;
    private final String table;
    private CopyPosition position = CopyPosition.START;
    private long batches = -1;

    private CopyWatermark(Connection target, SqlDialect dialect, String source, String table) {
        this.target = target;
        this.dialect = dialect;
        this.source = source;
        this.table = table;
    }

    /** Reads the watermark; {@link CopyPosition#START} if the table was never copied. */
    static CopyWatermark read(Connection target, SqlDialect dialect, String source, String table)
            throws SQLException {
        CopyWatermark watermark = new CopyWatermark(target, dialect, source, table);
        watermark.read();
        return watermark;
    }

    private void read() throws SQLException {
        try (PreparedStatement query =
                target.prepareStatement(
                        "SELECT transaction_id, row_key, batches FROM copy_watermark" + KEY)) {
            bindKey(query, 1);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    position =
                            new CopyPosition(row.getLong(1), Arrays.asList(key(row.getString(2))));
                    batches = row.getLong(3);
                }
            }
        }
    }

    CopyPosition position() {
        return position;
    }

    /** Adds the row of a table that was never copied; the caller commits. */
    void create() throws SQLException {
        if (batches >= 0) {
            return;
        }
        try (PreparedStatement insert =
                target.prepareStatement(
                        "INSERT INTO copy_watermark (source, table_name, transaction_id, batches,"
                                + " copied_rows) VALUES (?, ?, 0, 0, 0)")) {
            bindKey(insert, 1);
            insert.executeUpdate();
        }
        batches = 0;
    }

    /**
     * Moves the watermark; the caller commits. Must be the first statement of the transaction, so
     * that a second copy of the table waits here, and then fails.
     *
     * @throws IllegalStateException if another copy has moved it since it was read
     */
    void move(CopyPosition to, int rows) throws SQLException {
        try (PreparedStatement move = target.prepareStatement(MOVE)) {
            move.setLong(1, to.transaction());
            String key = to.key().isEmpty() ? null : json(to);
            SqlType.LONG_TEXT.bind(dialect, move, 2, key, false);
            move.setLong(3, rows);
            SqlType.TIME.bind(dialect, move, 4, Instant.now(), false);
            bindKey(move, 5);
            move.setLong(7, batches);
            if (move.executeUpdate() != 1) {
                throw new IllegalStateException(
                        "another copy of table " + table + " from the same source is running");
            }
        }
        position = to;
        batches++;
    }

    private void bindKey(PreparedStatement statement, int index) throws SQLException {
        SOURCE.bind(dialect, statement, index, source, true);
        NAME.bind(dialect, statement, index + 1, table, true);
    }

    private static String json(CopyPosition to) {
        return new String(MineJson.toBytes(to.key()), StandardCharsets.UTF_8);
    }

    private static String[] key(String json) {
        try {
            return json == null
                    ? new String[0]
                    : MineJson.fromBytes(json.getBytes(StandardCharsets.UTF_8), String[].class);
        } catch (InvalidJsonException e) {
            throw new IllegalStateException("copy_watermark.row_key is not a list: " + json, e);
        }
    }
}
