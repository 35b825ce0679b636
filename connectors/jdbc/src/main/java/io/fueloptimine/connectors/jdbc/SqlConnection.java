package io.fueloptimine.connectors.jdbc;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;

/**
 * The address of a database, with user name and the file that holds the password. Immutable. The
 * file is read for each connection, by the process that connects, so that a serialized job graph
 * holds the name of the file and never the password. {@link #toString} contains neither the
 * password nor the URL's parameters.
 */
public final class SqlConnection implements Serializable {

    private static final long serialVersionUID = 2L;

    /** Parameters of the drivers that hold a secret. */
    private static final Pattern SECRET_IN_URL =
            Pattern.compile(
                    "(?i);\\s*([a-z]*(?:password|secret|accesstoken|clientkey))\\s*=\\s*[^;\\s]");

    private final String url;
    private final String userName;

    /** Null without a file. */
    private final String passwordFile;

    /** Not empty only in the process that was given it. */
    private final transient String password;

    /**
     * A connection with a password in memory, for this process: it can be serialized only if the
     * password is empty.
     *
     * @param url a JDBC URL of H2 or SQL Server without a password; H2 runs in its MSSQLServer mode
     * @param password may be empty, never null
     * @throws IllegalArgumentException for another kind of database or a secret in the URL
     */
    public SqlConnection(String url, String userName, String password) {
        this(url, userName, null, Objects.requireNonNull(password));
    }

    private SqlConnection(String url, String userName, String passwordFile, String password) {
        SqlDialect dialect = SqlDialect.of(url);
        requireNoSecret(url);
        this.url = dialect == SqlDialect.H2 ? inSqlServerMode(url) : url;
        this.userName = Objects.requireNonNull(userName);
        this.passwordFile = passwordFile;
        this.password = password;
    }

    /**
     * A connection whose password is the first line of a file, which every process that connects
     * must be able to read: the task managers, and the process that submits the job.
     *
     * @throws IllegalArgumentException for another kind of database or a secret in the URL
     * @throws IOException if this process cannot read the file
     */
    public static SqlConnection withPasswordFile(String url, String userName, Path passwordFile)
            throws IOException {
        readPassword(passwordFile);
        return new SqlConnection(url, userName, passwordFile.toAbsolutePath().toString(), "");
    }

    /** The password in a file: its first line, empty if the file is. */
    public static String readPassword(Path passwordFile) throws IOException {
        try (var lines = Files.lines(passwordFile)) {
            return lines.findFirst().orElse("");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The JDBC URL. */
    public String url() {
        return url;
    }

    public String userName() {
        return userName;
    }

    SqlDialect dialect() {
        return SqlDialect.of(url);
    }

    /**
     * Opens a connection, which the caller closes.
     *
     * @throws SQLException if the password's file cannot be read or the database refuses
     */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, userName, password());
    }

    /**
     * The password as its file is now.
     *
     * @throws SQLException that names the file if it cannot be read
     */
    String password() throws SQLException {
        if (passwordFile == null) {
            return password == null ? "" : password;
        }
        try {
            return readPassword(Path.of(passwordFile));
        } catch (IOException e) {
            throw new SQLException(
                    "cannot read the password file " + passwordFile + " for " + this, e);
        }
    }

    JdbcConnectionOptions options() throws SQLException {
        return new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                .withUrl(url)
                .withDriverName(dialect().driverClass())
                .withUsername(userName)
                .withPassword(password())
                .build();
    }

    @Override
    public String toString() {
        int parameters = url.indexOf(';');
        return userName + " at " + (parameters < 0 ? url : url.substring(0, parameters));
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        if (password != null && !password.isEmpty()) {
            throw new NotSerializableException(
                    "the connection of " + this + " has its password in memory, expected a file");
        }
        out.defaultWriteObject();
    }

    private static void requireNoSecret(String url) {
        var secret = SECRET_IN_URL.matcher(url);
        if (secret.find()) {
            throw new IllegalArgumentException(
                    "the JDBC URL contains "
                            + secret.group(1)
                            + ", expected secrets in the password file only");
        }
    }

    private static String inSqlServerMode(String url) {
        return url.toUpperCase(Locale.ROOT).contains(";MODE=") ? url : url + ";MODE=MSSQLServer";
    }
}
