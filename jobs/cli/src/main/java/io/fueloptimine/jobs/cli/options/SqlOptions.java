package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.jobs.deadletters.DeadLetters;
import io.fueloptimine.models.mine.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import picocli.CommandLine.Option;

/** The options of the connection to the SQL tables. */
public final class SqlOptions {

    @Option(
            names = "--sql",
            paramLabel = "URL",
            defaultValue = "jdbc:h2:tcp://127.0.0.1:9095/./fueloptimine",
            description =
                    "JDBC URL of H2 or SQL Server (default: ${DEFAULT-VALUE}, a running fuel"
                            + " local).")
    private String url;

    @Option(
            names = "--sql-user",
            paramLabel = "NAME",
            defaultValue = "sa",
            description = "The user (default: ${DEFAULT-VALUE}).")
    private String user;

    @Option(
            names = "--sql-password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the password (default: none).")
    private Path passwordFile;

    /**
     * The connection; does not connect.
     *
     * @throws InvalidInputException if the options are wrong
     */
    public SqlConnection connection() {
        try {
            return passwordFile == null
                    ? new SqlConnection(url, user, "")
                    : SqlConnection.withPasswordFile(url, user, passwordFile);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("--sql: " + e.getMessage());
        } catch (IOException e) {
            throw new InvalidInputException("--sql-password-file: cannot read " + passwordFile);
        }
    }

    /**
     * Connects to the table of dead letters.
     *
     * @throws InvalidInputException with what to do if the server refuses or does not answer
     */
    public DeadLetters deadLetters() {
        try {
            return DeadLetters.open(connection());
        } catch (SQLException e) {
            throw new InvalidInputException(
                    "cannot connect as "
                            + user
                            + " to the SQL server "
                            + withoutParameters()
                            + " ("
                            + reason(e)
                            + "); start fuel local, or name the server with --sql, --sql-user and"
                            + " --sql-password-file");
        }
    }

    private String withoutParameters() {
        int parameters = url.indexOf(';');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    /** By the class of the SQLSTATE: 08 is the connection, 28 the login. */
    private static String reason(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return "wrong user or password";
        }
        return state.startsWith("08") || state.startsWith("90067")
                ? "no connection"
                : "SQLSTATE " + state;
    }
}
