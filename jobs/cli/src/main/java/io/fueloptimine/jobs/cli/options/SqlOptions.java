package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.jobs.deadletters.DeadLetters;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import picocli.CommandLine.Option;

/** The options of the connection to the SQL tables. */
public final class SqlOptions {

    private static final String LOCAL_URL = "jdbc:h2:tcp://127.0.0.1:9095/./fueloptimine";

    @Option(
            names = "--sql",
            paramLabel = "URL",
            defaultValue = LOCAL_URL,
            description =
                    "JDBC URL of H2, SQL Server or PostgreSQL (default: ${DEFAULT-VALUE}, a"
                            + " running fuel local).")
    private String url;

    @Option(
            names = "--sql-user",
            paramLabel = "NAME",
            defaultValue = SqlServer.ADMINISTRATOR,
            description = "The user (default: ${DEFAULT-VALUE}).")
    private String user;

    @Option(
            names = "--sql-password-file",
            paramLabel = "FILE",
            description =
                    "A file whose first line is the password (default: that of fuel local in"
                            + " data/local/sql, if --sql is not given).")
    private Path passwordFile;

    /**
     * The data of the connection. This method does not connect to the database.
     *
     * @throws InvalidInputException if the options are wrong
     */
    public SqlConnection connection() {
        Path file = passwordFile();
        try {
            return file == null
                    ? new SqlConnection(url, user, "")
                    : SqlConnection.withPasswordFile(url, user, file);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("--sql: " + e.getMessage());
        } catch (IOException e) {
            throw new InvalidInputException("--sql-password-file: cannot read " + file);
        }
    }

    /**
     * The password; empty without a file.
     *
     * @throws InvalidInputException if the file cannot be read
     */
    public String password() {
        Path file = passwordFile();
        try {
            return file == null ? "" : SqlConnection.readPassword(file);
        } catch (IOException e) {
            throw new InvalidInputException("--sql-password-file: cannot read " + file);
        }
    }

    /**
     * Connects to the table of dead letters.
     *
     * @throws InvalidInputException if the server rejects the connection or does not answer; the
     *     message names the remedy
     */
    public DeadLetters deadLetters() {
        try {
            return DeadLetters.open(connection());
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /**
     * Connects to the database; the caller closes the connection.
     *
     * @throws InvalidInputException as {@link #deadLetters}
     */
    public Connection open() {
        try {
            return connection().open();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private Path passwordFile() {
        return passwordFile == null ? localPasswordFile() : passwordFile;
    }

    private InvalidInputException refused(SQLException e) {
        return new InvalidInputException(
                "cannot connect as "
                        + user
                        + " to the SQL server "
                        + withoutParameters()
                        + " ("
                        + reason(e)
                        + "); start fuel local, or name the server with --sql, --sql-user and"
                        + " --sql-password-file");
    }

    /**
     * The password file that {@code fuel local} has written; null if the options name another
     * database, or the file does not exist.
     */
    private Path localPasswordFile() {
        Path file = SqlServer.passwordFile(FuelHome.find().data("local").resolve("sql"), user);
        return url.equals(LOCAL_URL) && Files.exists(file) ? file : null;
    }

    private String withoutParameters() {
        return url.replaceFirst("[;?].*", "");
    }

    /**
     * Describes an exception by the class of its SQLSTATE: 08 means no connection, 28 a failed
     * login. The text has no part of the URL.
     */
    public static String reason(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return "wrong user or password";
        }
        return state.startsWith("08") || state.startsWith("90067")
                ? "no connection"
                : "SQLSTATE " + state;
    }
}
