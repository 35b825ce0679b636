package io.fueloptimine.jobs.deadletters;

import io.fueloptimine.connectors.jdbc.DeadLetterReplay;
import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlTables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads and updates the table {@code rejected_reading} in a SQL database. Not thread-safe.
 *
 * <p>Every method throws {@link SQLException} if the database does not answer or does not contain
 * the table.
 */
public final class DeadLetters implements AutoCloseable {

    private static final String COLUMNS =
            "quality_id, verdict, %s, severity, field, observed, expected, topic, machine_id,"
                    + " event_time, received_at, redelivered, payload, replayed_at, replays";

    private final SqlConnection sql;
    private final Connection connection;

    private DeadLetters(SqlConnection sql, Connection connection) {
        this.sql = sql;
        this.connection = connection;
    }

    /** Connects to the database. */
    public static DeadLetters open(SqlConnection sql) throws SQLException {
        return new DeadLetters(sql, sql.open());
    }

    /**
     * The dead letters that a filter selects and that were received last, newest first.
     *
     * @param limit the maximum number of dead letters
     */
    public List<DeadLetter> latest(DeadLetterFilter filter, int limit) throws SQLException {
        String query =
                "SELECT "
                        + columns()
                        + " FROM rejected_reading WHERE "
                        + filter.condition(rule())
                        + " ORDER BY received_at DESC, quality_id DESC"
                        + " OFFSET 0 ROWS FETCH NEXT "
                        + limit
                        + " ROWS ONLY";
        return letters(query, filter.parameters());
    }

    /** The keys of all dead letters that a filter selects, in order of receipt. */
    public List<String> ids(DeadLetterFilter filter) throws SQLException {
        String query =
                "SELECT quality_id FROM rejected_reading WHERE "
                        + filter.condition(rule())
                        + " ORDER BY received_at, quality_id";
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = prepared(query, filter.parameters());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** The dead letters with the given keys, in the order of the keys. Unknown keys are ignored. */
    public List<DeadLetter> byIds(List<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        String query =
                "SELECT "
                        + columns()
                        + " FROM rejected_reading WHERE quality_id IN ("
                        + places
                        + ")";
        Map<String, DeadLetter> found = new LinkedHashMap<>();
        for (DeadLetter letter : letters(query, List.copyOf(ids))) {
            found.put(letter.qualityId(), letter);
        }
        return ids.stream().filter(found::containsKey).distinct().map(found::get).toList();
    }

    /**
     * The number of selected dead letters for each verdict and rule, largest number first. The key
     * of the map consists of verdict and rule, separated by a blank.
     */
    public Map<String, Long> countsByRule(DeadLetterFilter filter) throws SQLException {
        String query =
                "SELECT verdict, "
                        + rule()
                        + ", COUNT(*) FROM rejected_reading WHERE "
                        + filter.condition(rule())
                        + " GROUP BY verdict, "
                        + rule()
                        + " ORDER BY COUNT(*) DESC, verdict, "
                        + rule();
        Map<String, Long> counts = new LinkedHashMap<>();
        try (PreparedStatement statement = prepared(query, filter.parameters());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                counts.put(rows.getString(1) + " " + rows.getString(2), rows.getLong(3));
            }
        }
        return counts;
    }

    /** Marks dead letters as sent again. */
    public void markReplayed(List<DeadLetter> letters, Instant at) throws SQLException {
        SqlTables.writeReplays(
                sql,
                letters.stream()
                        .map(
                                letter ->
                                        new DeadLetterReplay(
                                                letter.qualityId(), at, letter.replays() + 1))
                        .toList());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private List<DeadLetter> letters(String query, List<?> parameters) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (PreparedStatement statement = prepared(query, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                letters.add(letter(rows));
            }
        }
        return letters;
    }

    private String columns() {
        return String.format(Locale.ROOT, COLUMNS, rule());
    }

    /** The column's name is reserved in T-SQL. */
    private String rule() {
        return sql.quoted("rule");
    }

    private PreparedStatement prepared(String query, List<?> parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        try {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                instant(row, 10),
                instant(row, 11),
                row.getBoolean(12),
                row.getBytes(13),
                instant(row, 14),
                row.getInt(15));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
