package io.fueloptimine.jobs.benchmarks.views;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A migrated H2 database in files with the fuel windows of a mine of 26 machines, one per machine
 * and minute, in the order of time; with their hours, added up by the statement of the sink; and
 * with what the jobs of such a mine write into the other tables.
 *
 * <p>The file is kept. A fill that was interrupted, or one for more windows, continues it.
 */
final class FilledMine {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2025-04-01");
    private static final int MACHINES = 26;
    private static final long WINDOWS_PER_DAY = MACHINES * 1_440L;

    private final SqlConnection sql;
    private final long windows;

    /**
     * @param folder is created if it is missing
     * @param windows the number of fuel windows
     */
    FilledMine(Path folder, long windows) throws IOException {
        Files.createDirectories(folder);
        // Without this setting H2 answers a repeated query from the result of the former one.
        this.sql =
                new SqlConnection(
                        "jdbc:h2:file:" + folder.resolve("views") + ";OPTIMIZE_REUSE_RESULTS=0",
                        "sa",
                        "");
        this.windows = windows;
    }

    SqlConnection sql() {
        return sql;
    }

    /** The day in the middle of the windows. */
    LocalDate oneDay() {
        return FIRST_DAY.plusDays(days() / 2);
    }

    private long days() {
        return (windows + WINDOWS_PER_DAY - 1) / WINDOWS_PER_DAY;
    }

    /**
     * Migrates the database and writes what is missing, each day in one transaction.
     *
     * @param progress receives one line after each tenth day
     * @throws InvalidInputException if the database has more windows than it should
     */
    void fill(Consumer<String> progress) throws SQLException, IOException {
        SqlMigrations.migrate(sql);
        try (Connection connection = sql.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long present = count(statement);
            if (present > windows) {
                throw new InvalidInputException(
                        String.format(
                                Locale.ROOT,
                                "the database %s has %,d windows, expected at most %,d; remove it",
                                sql,
                                present,
                                windows));
            }
            if (present == 0) {
                for (String insert : statements("mine.sql")) {
                    statement.execute(insert);
                }
            }
            for (long day = present / WINDOWS_PER_DAY; day < days(); day++) {
                long until = Math.min(windows, (day + 1) * WINDOWS_PER_DAY);
                if (present < until) {
                    fillDay(statement, day, Math.max(present, day * WINDOWS_PER_DAY), until);
                    connection.commit();
                }
                if ((day + 1) % 10 == 0 || day + 1 == days()) {
                    progress.accept(
                            String.format(Locale.ROOT, "%,d of %,d windows", until, windows));
                }
            }
            // Statistics of all rows, which a running database collects by and by.
            statement.execute("ANALYZE");
            connection.commit();
        }
    }

    private void fillDay(Statement statement, long day, long from, long until)
            throws SQLException, IOException {
        List<String> inserts = new ArrayList<>(statements("windows.sql"));
        if (from == day * WINDOWS_PER_DAY) {
            inserts.addAll(statements("day.sql"));
        }
        LocalDate date = FIRST_DAY.plusDays(day);
        for (String insert : inserts) {
            statement.execute(
                    insert.replace(":start", "TIMESTAMP '" + date + " 00:00:00'")
                            .replace(":days", Long.toString(days()))
                            .replace(":day", Long.toString(day))
                            .replace(":from", Long.toString(from))
                            .replace(":until", Long.toString(until - 1)));
        }
        Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        long minutes = (until - day * WINDOWS_PER_DAY + MACHINES - 1) / MACHINES;
        for (String machine : machines(statement)) {
            SqlTables.sumUpWindows(
                    statement.getConnection(),
                    "mine",
                    machine,
                    start,
                    start.plus(Duration.ofMinutes(minutes)));
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM fuel_window")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> machines(Statement statement) throws SQLException {
        List<String> machines = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT equipment_id FROM equipment")) {
            while (row.next()) {
                machines.add(row.getString(1));
            }
        }
        return machines;
    }

    private static List<String> statements(String script) throws IOException {
        return SqlText.statements(SqlText.resource("/views/" + script));
    }
}
