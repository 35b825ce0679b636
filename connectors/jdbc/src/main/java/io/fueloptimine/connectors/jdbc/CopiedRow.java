package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.connectors.jdbc.CopiedTables.CopiedTable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * A row of the source.
 *
 * @param position its place in the order of the copy
 * @param values its values by column; a value may be null
 */
record CopiedRow(CopyPosition position, Map<String, Object> values) {

    /** Binds the row to the parameters of an upsert. */
    void bind(SqlDialect dialect, SqlTable<?> columns, PreparedStatement upsert)
            throws SQLException {
        for (int i = 0; i < columns.columns().size(); i++) {
            SqlColumn<?> column = columns.columns().get(i);
            column.type().bind(dialect, upsert, i + 1, values.get(column.name()), column.key());
        }
    }

    /** Binds the columns that are replaced together. */
    void bindReplaced(SqlDialect dialect, CopiedTable table, PreparedStatement statement)
            throws SQLException {
        for (int i = 0; i < table.replaced().size(); i++) {
            SqlColumn<?> column = table.key().get(i);
            column.type().bind(dialect, statement, i + 1, values.get(column.name()), true);
        }
    }

    /** The values of the columns that are replaced together. */
    List<Object> replaced(CopiedTable table) {
        return table.replaced().stream().map(values::get).toList();
    }
}
