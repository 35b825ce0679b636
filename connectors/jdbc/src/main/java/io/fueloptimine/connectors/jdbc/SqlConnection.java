package io.fueloptimine.connectors.jdbc;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The address of a database, with the user name and the file that contains the password. Immutable.
 * The process that connects reads the file for each connection, so that a serialized job graph
 * contains the name of the file and never the password. {@link #toString} contains neither the
 * password nor the URL's parameters.
 */
public final class SqlConnection implements Serializable {

    private static final long serialVersionUID = 2L;

    /** The driver parameters that contain a secret, which a URL must not have. */
    private static final Pattern SECRET_IN_URL =
            Pattern.compile(
                    "(?i)[;?&]\\s*([a-z]*(?:password|secret|accesstoken|clientkey))\\s*=\\s*[^;&\\s]");

    /**
     * Limits of the SQL Server driver, which has none of its own for a server that no longer
     * answers: 30 s to log in, 30 s for the lock of another writer (ms), and 5 min until a
     * statement sends its first result (ms). A parameter of the URL replaces its limit.
     */
    static final Map<String, String> SQL_SERVER_LIMITS =
            Map.of("loginTimeout", "30", "lockTimeout", "30000", "socketTimeout", "300000");

    /**
     * The same for PostgreSQL: 30 s to log in, 5 min until the server answers (s). A parameter of
     * the URL replaces its limit.
     */
    static final Map<String, String> POSTGRESQL_LIMITS =
            Map.of("loginTimeout", "30", "socketTimeout", "300", "tcpKeepAlive", "true");

    private final String url;
    private final String userName;

    /** The name of the password file; null without a file. */
    private final String passwordFile;

    /** The password in memory. It is not serialized, so that it is empty in any other process. */
    private final transient String password;

    /**
     * Creates a connection with a password in memory, for use in this process. The connection can
     * be serialized only if the password is empty.
     *
     * @param url a JDBC URL of H2, SQL Server or PostgreSQL without a password; H2 runs in its
     *     MSSQLServer mode
     * @param password the password, may be empty, never null
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
     * Creates a connection whose password is the first line of a file. Every process that connects
     * must be able to read the file: the task managers, and the process that submits the job.
     *
     * @throws IllegalArgumentException for another kind of database or a secret in the URL
     * @throws IOException if this process cannot read the file
     */
    public static SqlConnection withPasswordFile(String url, String userName, Path passwordFile)
            throws IOException {
        readPassword(passwordFile);
        return new SqlConnection(url, userName, passwordFile.toAbsolutePath().toString(), "");
    }

    /** Reads the password, which is the first line of a file; empty if the file is empty. */
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

    /** A column name, quoted where the database reserves it, such as {@code rule}. */
    public String quoted(String column) {
        return dialect().quoted(column);
    }

    SqlDialect dialect() {
        return SqlDialect.of(url);
    }

    /**
     * Opens a connection, which the caller closes.
     *
     * @throws SQLException if the password file cannot be read or the database refuses the
     *     connection
     */
    public Connection open() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", userName);
        login.setProperty("password", password());
        login.putAll(limits());
        return driver().connect(url, login);
    }

    /**
     * Tries to connect. Says why the database refuses the connection, if a person must mend that:
     * login, name of the database, certificate, password file. Empty if the connection opens, or if
     * the server is only away.
     */
    public Optional<String> refusal() {
        try (Connection opened = open()) {
            return Optional.empty();
        } catch (SQLException e) {
            SqlFault fault = SqlFault.of(e);
            return fault == SqlFault.REFUSED || fault == SqlFault.OTHER
                    ? Optional.of("cannot connect as " + this + ": " + e.getMessage())
                    : Optional.empty();
        }
    }

    /** The limits of time that the URL does not have. */
    Map<String, String> limits() {
        Map<String, String> limits = new HashMap<>();
        String parameters =
                url.replaceAll("\\s", "").toLowerCase(Locale.ROOT).replaceAll("[?&]", ";");
        limitsOf(dialect())
                .forEach(
                        (name, value) -> {
                            if (!parameters.contains(";" + name.toLowerCase(Locale.ROOT) + "=")) {
                                limits.put(name, value);
                            }
                        });
        return limits;
    }

    private static Map<String, String> limitsOf(SqlDialect dialect) {
        return switch (dialect) {
            case H2 -> Map.of();
            case SQL_SERVER -> SQL_SERVER_LIMITS;
            case POSTGRESQL -> POSTGRESQL_LIMITS;
        };
    }

    /**
     * The password, newly read from the file if there is one.
     *
     * @throws SQLException if the file cannot be read; the message names the file
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

    /** DriverManager does not find drivers in the jar of a job. */
    private Driver driver() throws SQLException {
        try {
            return (Driver) Class.forName(dialect().driverClass()).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new SQLException("no driver for " + this, e);
        }
    }

    @Override
    public String toString() {
        return userName + " at " + url.replaceFirst("[;?].*", "");
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
