package io.fueloptimine.jobs.cli.sql;

import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.SqlOptions;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code fuel sql query}. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description =
                "Runs one query and prints its rows. sql/README.md describes tables and views, and"
                        + " sql/queries has examples.")
final class QueryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SQL", description = "A SELECT statement, in quotation marks.")
    private String query;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "table",
            converter = QueryFormat.Name.class,
            description =
                    "table, csv or json, one object per line (default: ${DEFAULT-VALUE}). In csv, a"
                            + " text that a spreadsheet would take for a formula begins with an"
                            + " apostrophe.")
    private QueryFormat format;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Maximum number of rows (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin private SqlOptions sql;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        Require.that(spec, limit >= 1, "--limit", limit, "1 or more");
        ReadOnlyQuery.require(query);
        LogFolder.use(FuelHome.find().data("sql"));
        try (Connection connection = sql.open()) {
            // Drivers may ignore this, and the check of the words cannot know what functions do:
            // whatever was changed is undone.
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                print(connection);
            } finally {
                connection.rollback();
            }
        }
        return 0;
    }

    private void print(Connection connection) throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(limit + 1);
            try (ResultSet rows = executed(statement)) {
                boolean more = format.print(rows, limit, out);
                out.flush();
                if (more) {
                    spec.commandLine()
                            .getErr()
                            .println("The first " + limit + " rows; --limit shows more.");
                }
            }
        }
    }

    private ResultSet executed(Statement statement) {
        try {
            return statement.executeQuery(query);
        } catch (SQLException e) {
            throw new InvalidInputException("the database refuses the query: " + e.getMessage());
        }
    }
}
