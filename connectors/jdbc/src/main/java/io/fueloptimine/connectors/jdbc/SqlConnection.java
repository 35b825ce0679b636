package io.fueloptimine.connectors.jdbc;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;

/**
 * The address of a database, with user name and password. Immutable. It is serializable with its
 * password, so the password is part of a submitted job graph. {@link #toString} contains neither
 * the password nor the URL's parameters, which can contain one.
 */
public final class SqlConnection implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String url;
    private final String userName;
    private final String password;

    /**
     * @param url a JDBC URL of H2 or SQL Server; H2 runs in its MSSQLServer mode
     * @param password may be empty, never null
     * @throws IllegalArgumentException for another kind of database
     */
    public SqlConnection(String url, String userName, String password) {
        this.url = SqlDialect.of(url) == SqlDialect.H2 ? inSqlServerMode(url) : url;
        this.userName = Objects.requireNonNull(userName);
        this.password = Objects.requireNonNull(password);
    }

    /** A connection whose password is the first line of a file. */
    public static SqlConnection withPasswordFile(String url, String userName, Path passwordFile)
            throws IOException {
        return new SqlConnection(url, userName, readPassword(passwordFile));
    }

    /** The password in a file: its first line, empty if the file is. */
    public static String readPassword(Path passwordFile) throws IOException {
        try (var lines = Files.lines(passwordFile)) {
            return lines.findFirst().orElse("");
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

    /** Opens a connection, which the caller closes. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, userName, password);
    }

    String password() {
        return password;
    }

    JdbcConnectionOptions options() {
        return new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                .withUrl(url)
                .withDriverName(dialect().driverClass())
                .withUsername(userName)
                .withPassword(password)
                .build();
    }

    @Override
    public String toString() {
        int parameters = url.indexOf(';');
        return userName + " at " + (parameters < 0 ? url : url.substring(0, parameters));
    }

    private static String inSqlServerMode(String url) {
        return url.toUpperCase(Locale.ROOT).contains(";MODE=") ? url : url + ";MODE=MSSQLServer";
    }
}
