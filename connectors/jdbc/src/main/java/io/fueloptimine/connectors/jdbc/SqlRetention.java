package io.fueloptimine.connectors.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deletes old rows of the tables that grow with every message, window or task. Results that are
 * small and asked for later, such as cycles, refuellings, hourly sums and savings, are never
 * deleted. Needs the rights of the owner of the tables.
 */
public final class SqlRetention {

    /** By table: the column of its time, and for how many days rows are kept by default. */
    private static final Map<String, Rule> RULES = new LinkedHashMap<>();

    static {
        rule("fuel_window", "window_start", 400);
        rule("rejected_reading", "received_at", 90);
        rule("quality_hour", "hour_start", 400);
        rule("alert_state", "changed_at", 400);
        rule("data_drift", "at", 400);
        rule("road_excess", "at", 400);
        rule("consumption_outlier", "at", 400);
        rule("shutdown_advice", "since", 400);
        rule("payload_advice", "shift_start", 400);
        rule("dispatch_plan", "made_at", 400);
        rule("dispatch_assignment", "issued_at", 400);
    }

    /** SQL Server locks the whole table from 5,000 locks of one statement on. */
    static final int BATCH_ROWS = 2_000;

    private SqlRetention() {}

    /** The tables that can be cut, each with the days that rows are kept by default. */
    public static Map<String, Integer> defaultDays() {
        Map<String, Integer> days = new LinkedHashMap<>();
        RULES.forEach((table, rule) -> days.put(table, rule.days()));
        return days;
    }

    /**
     * Counts the rows of a table before a time.
     *
     * @param table one of {@link #defaultDays}
     * @param before rows with an earlier time; rows without a time are not counted
     */
    public static long count(Connection connection, String table, Instant before)
            throws SQLException {
        Rule rule = rule(table);
        try (PreparedStatement count =
                connection.prepareStatement(
                        "SELECT COUNT(*) FROM " + table + " WHERE " + rule.column() + " < ?")) {
            bindTime(count, before);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * Deletes the rows of a table before a time, oldest hours first and {@value #BATCH_ROWS} rows
     * at most in a statement, each in a transaction of its own: so few rows at a time do not block
     * writers. The connection commits by itself.
     *
     * @param before a full hour, so that hourly sums are added up from all of their windows or none
     * @return the number of deleted rows
     * @throws IllegalArgumentException if {@code before} is no full hour
     */
    public static long delete(Connection connection, String table, Instant before)
            throws SQLException {
        Rule rule = rule(table);
        if (!before.equals(before.truncatedTo(ChronoUnit.HOURS))) {
            throw new IllegalArgumentException("before is " + before + ", expected a full hour");
        }
        String statement =
                deletion(SqlDialect.of(connection.getMetaData().getURL()), table, rule.column());
        long deleted = 0;
        try (PreparedStatement delete = connection.prepareStatement(statement)) {
            for (Instant oldest = oldest(connection, table, rule);
                    oldest != null && oldest.isBefore(before);
                    oldest = oldest(connection, table, rule)) {
                Instant hour = oldest.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
                bindTime(delete, hour.isBefore(before) ? hour : before);
                deleted += delete.executeUpdate();
            }
        }
        return deleted;
    }

    static List<String> statements(SqlDialect dialect) {
        return RULES.entrySet().stream()
                .map(rule -> deletion(dialect, rule.getKey(), rule.getValue().column()))
                .toList();
    }

    /** By table: the column of its time. */
    static Map<String, String> timeColumns() {
        Map<String, String> columns = new LinkedHashMap<>();
        RULES.forEach((table, rule) -> columns.put(table, rule.column()));
        return columns;
    }

    private static String deletion(SqlDialect dialect, String table, String column) {
        if (dialect == SqlDialect.POSTGRESQL) {
            return "DELETE FROM "
                    + table
                    + " WHERE ctid IN (SELECT ctid FROM "
                    + table
                    + " WHERE "
                    + column
                    + " < ? LIMIT "
                    + BATCH_ROWS
                    + ")";
        }
        return "DELETE TOP (" + BATCH_ROWS + ") FROM " + table + " WHERE " + column + " < ?";
    }

    /** A time that is not null is bound alike in all dialects. */
    private static void bindTime(PreparedStatement statement, Instant time) throws SQLException {
        SqlType.TIME.bind(SqlDialect.H2, statement, 1, time, true);
    }

    /** The oldest time in a table; null for a table without times. */
    private static Instant oldest(Connection connection, String table, Rule rule)
            throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT MIN(" + rule.column() + ") FROM " + table);
                ResultSet row = query.executeQuery()) {
            row.next();
            LocalDateTime time = row.getObject(1, LocalDateTime.class);
            return time == null ? null : time.toInstant(ZoneOffset.UTC);
        }
    }

    private static Rule rule(String table) {
        Rule rule = RULES.get(table);
        if (rule == null) {
            throw new IllegalArgumentException(
                    "no retention for table " + table + ", expected one of " + RULES.keySet());
        }
        return rule;
    }

    private static void rule(String table, String column, int days) {
        RULES.put(table, new Rule(column, days));
    }

    private record Rule(String column, int days) {}
}
