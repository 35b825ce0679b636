package io.fueloptimine.jobs.benchmarks.views;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question to the database.
 *
 * @param name the view, or the file of an example query
 * @param all the question over all windows
 * @param oneDay the question over one day, if the view has a column of the time of its rows
 */
record ViewQuery(String name, String all, Optional<String> oneDay) {

    /** Columns with the day or the time of a row. Other times are the first or the last of many. */
    private static final List<String> TIMES =
            List.of(
                    "mine_day",
                    "advice_day",
                    "hour_start",
                    "received_hour",
                    "shift_start",
                    "period_start",
                    "to_at",
                    "detected_at",
                    "raised_at",
                    "at");

    /** The views of the database, in the order of their names. */
    static List<ViewQuery> views(Connection connection, LocalDate day) throws SQLException {
        Map<String, Optional<String>> times = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT LOWER(c.table_name), LOWER(c.column_name)"
                                        + " FROM information_schema.columns c"
                                        + " JOIN information_schema.views v"
                                        + " ON v.table_schema = c.table_schema"
                                        + " AND v.table_name = c.table_name"
                                        + " WHERE c.table_schema = 'PUBLIC'"
                                        + " ORDER BY c.table_name, c.ordinal_position")) {
            while (row.next()) {
                String column = row.getString(2);
                times.merge(
                        row.getString(1),
                        TIMES.contains(column) ? Optional.of(column) : Optional.empty(),
                        ViewQuery::better);
            }
        }
        return times.entrySet().stream()
                .map(view -> view(view.getKey(), view.getValue(), day))
                .toList();
    }

    /** The example queries of a folder. */
    static List<ViewQuery> examples(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<ViewQuery> queries = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
                String sql = SqlText.statements(Files.readString(file)).get(0);
                queries.add(new ViewQuery("queries/" + file.getFileName(), sql, Optional.empty()));
            }
            return queries;
        }
    }

    private static Optional<String> better(Optional<String> one, Optional<String> other) {
        return one.isEmpty()
                        || other.isPresent()
                                && TIMES.indexOf(other.get()) < TIMES.indexOf(one.get())
                ? other
                : one;
    }

    private static ViewQuery view(String name, Optional<String> time, LocalDate day) {
        String all = "SELECT * FROM " + name;
        return new ViewQuery(
                name,
                all,
                time.map(
                        column ->
                                column.endsWith("_day")
                                        ? all + " WHERE " + column + " = DATE '" + day + "'"
                                        : all
                                                + " WHERE "
                                                + column
                                                + " >= TIMESTAMP '"
                                                + day
                                                + " 00:00:00' AND "
                                                + column
                                                + " < TIMESTAMP '"
                                                + day.plusDays(1)
                                                + " 00:00:00'"));
    }
}
