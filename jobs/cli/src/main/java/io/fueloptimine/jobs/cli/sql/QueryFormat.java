package io.fueloptimine.jobs.cli.sql;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the rows of a query are printed. */
enum QueryFormat {
    TABLE(QueryText::table),
    CSV(QueryText::csv),
    JSON(QueryText::json);

    private final BiConsumer<QueryResult, PrintWriter> printer;

    QueryFormat(BiConsumer<QueryResult, PrintWriter> printer) {
        this.printer = printer;
    }

    /**
     * Prints the rows.
     *
     * @return whether there are more rows than the limit
     */
    boolean print(ResultSet rows, int limit, PrintWriter out) throws SQLException {
        QueryResult result = QueryResult.read(rows, limit);
        printer.accept(result, out);
        return result.more();
    }

    /** Parses a format, ignoring case. */
    static final class Name implements ITypeConverter<QueryFormat> {
        @Override
        public QueryFormat convert(String value) {
            for (QueryFormat format : values()) {
                if (format.name().equalsIgnoreCase(value)) {
                    return format;
                }
            }
            throw new TypeConversionException("'" + value + "', expected table, csv or json");
        }
    }

    /**
     * The rows of a query in memory.
     *
     * @param columns the names of the columns
     * @param rows the rows; values are Number, Boolean, String or null
     * @param more whether there are further rows
     */
    record QueryResult(List<String> columns, List<List<Object>> rows, boolean more) {

        static QueryResult read(ResultSet result, int limit) throws SQLException {
            int width = result.getMetaData().getColumnCount();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                columns.add(result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT));
            }
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                if (rows.size() == limit) {
                    return new QueryResult(columns, rows, true);
                }
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    Object value = result.getObject(i);
                    boolean plain =
                            value == null || value instanceof Number || value instanceof Boolean;
                    row.add(plain ? value : result.getString(i));
                }
                rows.add(row);
            }
            return new QueryResult(columns, rows, false);
        }
    }
}
