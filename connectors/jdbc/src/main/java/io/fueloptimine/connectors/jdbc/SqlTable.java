package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.models.mine.input.MineJson;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.util.function.SerializableFunction;

/**
 * The columns that one kind of record writes into one table, its natural key, and the column that
 * decides which of two rows with the same key is newer. The class generates the upsert statement of
 * each SQL dialect. Do not change an instance after it is built.
 *
 * <p>An instance need not list every column of the table. An upsert does not change columns that
 * are not listed, so that an assignment and its reply can be written to the same row by two
 * instances.
 */
final class SqlTable<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final List<SqlColumn<T>> columns = new ArrayList<>();
    private String newerBy;

    /** Which records are rows of this table; null for all. */
    private SerializableFunction<T, Boolean> only;

    /** The age of rows of which a batch needs the newest of each key only; null to write all. */
    private SerializableFunction<T, Instant> newest;

    /** The table that sums up this one; null without one. */
    private SqlRollUp<T> rollUp;

    SqlTable(String name) {
        this.name = name;
    }

    SqlTable<T> key(String column, SqlType type, SerializableFunction<T, Object> value) {
        columns.add(new SqlColumn<>(column, type, true, value));
        return this;
    }

    SqlTable<T> column(String column, SqlType type, SerializableFunction<T, Object> value) {
        columns.add(new SqlColumn<>(column, type, false, value));
        return this;
    }

    SqlTable<T> name(String column, SerializableFunction<T, Object> value) {
        return column(column, SqlType.text(100), value);
    }

    SqlTable<T> shortText(String column, SerializableFunction<T, Object> value) {
        return column(column, SqlType.text(50), value);
    }

    SqlTable<T> text(String column, SerializableFunction<T, Object> value) {
        return column(column, SqlType.LONG_TEXT, value);
    }

    /** Adds a column with a list of texts, separated by commas. */
    SqlTable<T> textList(String column, SerializableFunction<T, List<String>> value) {
        return text(
                column,
                record -> {
                    List<String> texts = value.apply(record);
                    return texts == null ? null : String.join(",", texts);
                });
    }

    /** Adds a column with a list or map as JSON. */
    SqlTable<T> json(String column, SerializableFunction<T, Object> value) {
        return text(
                column,
                record -> {
                    Object structure = value.apply(record);
                    return structure == null
                            ? null
                            : new String(MineJson.toBytes(structure), StandardCharsets.UTF_8);
                });
    }

    SqlTable<T> number(String column, SerializableFunction<T, Object> value) {
        return column(column, SqlType.FLOAT, value);
    }

    SqlTable<T> time(String column, SerializableFunction<T, Object> value) {
        return column(column, SqlType.TIME, value);
    }

    /**
     * Names the column that orders rows by age. A row replaces the existing row only if its value
     * of this column is equal or higher, or the existing row has no value.
     */
    SqlTable<T> newerBy(String column) {
        newerBy = column;
        return this;
    }

    /** Limits the rows to some records; others are left out. */
    SqlTable<T> only(SerializableFunction<T, Boolean> condition) {
        only = condition;
        return this;
    }

    /**
     * Like {@link #newerBy}, for a table that only shows the present: of several rows of one key in
     * a batch, only the newest is written.
     */
    SqlTable<T> newestByKey(String column, SerializableFunction<T, Instant> time) {
        newest = time;
        return newerBy(column);
    }

    /** Names the table that is kept up to date with this one. */
    SqlTable<T> summedUpBy(SqlRollUp<T> sums) {
        rollUp = sums;
        return this;
    }

    /** Whether a record is a row of this table. */
    boolean contains(T record) {
        return only == null || only.apply(record);
    }

    /**
     * The rows that a batch of records writes, in the order of their keys, so that two writers lock
     * rows in the same order. Rows of one key keep their order.
     */
    List<T> rowsOf(List<T> records) {
        TreeMap<String, List<T>> byKey = new TreeMap<>();
        for (T record : records) {
            byKey.computeIfAbsent(keyText(record), key -> new ArrayList<>()).add(record);
        }
        return byKey.values().stream().flatMap(rows -> needed(rows).stream()).toList();
    }

    private List<T> needed(List<T> rows) {
        if (newest == null) {
            return rows;
        }
        Comparator<T> byAge =
                Comparator.comparing(
                        row -> newest.apply(row), Comparator.nullsFirst(Comparator.naturalOrder()));
        return List.of(rows.stream().reduce((a, b) -> byAge.compare(a, b) > 0 ? a : b).get());
    }

    /** The changes of one writer that the table that sums up this one needs; empty without one. */
    Optional<SqlRollUp.Changes<T>> changes(SqlDialect dialect) {
        return Optional.ofNullable(rollUp).map(sums -> sums.changes(dialect));
    }

    String name() {
        return name;
    }

    List<SqlColumn<T>> columns() {
        return columns;
    }

    /** The values of a record's key as one text, for the order of rows and for names of them. */
    String keyText(T record) {
        return columns.stream()
                .filter(SqlColumn::key)
                .map(column -> String.valueOf(column.value().apply(record)))
                .collect(Collectors.joining("/"));
    }

    /** Binds a record to the parameters of {@link #upsert}. */
    void bind(SqlDialect dialect, PreparedStatement statement, T record) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            SqlColumn<T> column = columns.get(i);
            Object value = column.value().apply(record);
            column.type().bind(dialect, statement, i + 1, value, column.key());
        }
    }

    /** The statement that inserts or updates a row, with one parameter per column in order. */
    String upsert(SqlDialect dialect) {
        return dialect == SqlDialect.POSTGRESQL ? insertOrUpdate(dialect) : merge(dialect);
    }

    private String merge(SqlDialect dialect) {
        Function<SqlColumn<T>, String> name = column -> dialect.quoted(column.name());
        return String.join(
                " ",
                "MERGE INTO " + dialect.mergeTarget(this.name) + " AS t",
                "USING (SELECT "
                        + listed(c -> parameter(dialect, c) + " AS " + name.apply(c))
                        + ") AS s",
                "ON (" + sameKey(name) + ")",
                "WHEN MATCHED" + unlessOlder(dialect, " AND ", "s") + " THEN UPDATE SET",
                assignments(name, "s"),
                "WHEN NOT MATCHED THEN INSERT (" + listed(name) + ")",
                "VALUES (" + listed(column -> "s." + name.apply(column)) + ");");
    }

    /** PostgreSQL's MERGE fails when two writers insert one key; ON CONFLICT does not. */
    private String insertOrUpdate(SqlDialect dialect) {
        Function<SqlColumn<T>, String> name = column -> dialect.quoted(column.name());
        String key =
                columns.stream().filter(SqlColumn::key).map(name).collect(Collectors.joining(", "));
        return String.join(
                " ",
                "INSERT INTO " + this.name + " AS t (" + listed(name) + ")",
                "VALUES (" + listed(column -> parameter(dialect, column)) + ")",
                "ON CONFLICT (" + key + ") DO UPDATE SET",
                assignments(name, "excluded") + unlessOlder(dialect, " WHERE ", "excluded") + ";");
    }

    private String assignments(Function<SqlColumn<T>, String> name, String source) {
        return columns.stream()
                .filter(column -> !column.key())
                .map(column -> name.apply(column) + " = " + source + "." + name.apply(column))
                .collect(Collectors.joining(", "));
    }

    private static String parameter(SqlDialect dialect, SqlColumn<?> column) {
        return "CAST(? AS " + dialect.type(column.type()) + ")";
    }

    private String listed(Function<SqlColumn<T>, String> form) {
        return columns.stream().map(form).collect(Collectors.joining(", "));
    }

    private String sameKey(Function<SqlColumn<T>, String> name) {
        return columns.stream()
                .filter(SqlColumn::key)
                .map(column -> "t." + name.apply(column) + " = s." + name.apply(column))
                .collect(Collectors.joining(" AND "));
    }

    private String unlessOlder(SqlDialect dialect, String before, String source) {
        if (newerBy == null) {
            return "";
        }
        String column = dialect.quoted(newerBy);
        String newer = "t." + column + " IS NULL OR " + source + "." + column + " >= t." + column;
        return before + (dialect == SqlDialect.POSTGRESQL ? newer : "(" + newer + ")");
    }
}
