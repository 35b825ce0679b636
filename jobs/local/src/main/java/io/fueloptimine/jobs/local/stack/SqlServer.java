package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;

/**
 * An H2 server in MSSQLServer mode on the loopback address, for the jobs and any SQL client.
 *
 * <p>The server serves one database, which is created before the server listens; clients cannot
 * create further databases. The jobs connect as {@link #ADMINISTRATOR}, analysts as {@link
 * #ANALYST}, a user with read access only. Both passwords are generated, and stored in files that
 * only the owner can read.
 */
public final class SqlServer implements AutoCloseable {

    /** The user who owns the tables. In H2, this user has the right to run code in this process. */
    public static final String ADMINISTRATOR = "sa";

    /** The user who can read all tables and views. */
    public static final String ANALYST = "analyst";

    private static final String DATABASE = "fueloptimine";

    /** The system property that sets H2's folder of embedded databases. */
    private static final String BASE_FOLDER = "h2.baseDir";

    private static final int INVALID_AUTHORIZATION = 28_000;

    private final Path folder;
    private final int port;
    private final boolean tls;
    private Server server;

    private SqlServer(Path folder, int port, boolean tls) throws SQLException {
        this.folder = folder;
        this.tls = tls;
        this.server = listen(folder, port, tls);
        this.port = server.getPort();
    }

    /**
     * Creates the database and the users if they do not exist, and starts the server.
     *
     * @throws StackException if the server cannot start
     */
    public static SqlServer start(Path folder, int port) {
        return start(folder, port, false);
    }

    /**
     * Creates the database and the users if they do not exist, and starts the server.
     *
     * @param tls whether clients must use TLS; see {@link SqlTls}
     * @throws StackException if the server cannot start
     */
    static SqlServer start(Path folder, int port, boolean tls) {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        try {
            Files.createDirectories(folder);
            String password = GeneratedPassword.in(passwordFile(folder, ADMINISTRATOR));
            String analyst = GeneratedPassword.in(passwordFile(folder, ANALYST));
            prepare(folder, password, analyst);
            return new SqlServer(folder, port, tls);
        } catch (SQLException | IOException e) {
            throw new StackException("SQL server cannot start: " + e.getMessage(), e);
        }
    }

    /**
     * The file that contains the password of a user.
     *
     * @param folder the folder of the server's database
     */
    public static Path passwordFile(Path folder, String user) {
        return folder.resolve(user + ".password");
    }

    /** The JDBC URL of the database. */
    public String url() {
        // Without DB_CLOSE_ON_EXIT=FALSE, H2 closes the database at Ctrl-C before the jobs stop.
        return (tls ? "jdbc:h2:ssl" : "jdbc:h2:tcp")
                + "://127.0.0.1:"
                + port
                + "/./"
                + DATABASE
                + ";MODE=MSSQLServer;DB_CLOSE_ON_EXIT=FALSE";
    }

    /**
     * The connection of the administrator.
     *
     * @throws StackException if the file that contains the password cannot be read
     */
    public SqlConnection connection() {
        Path passwordFile = passwordFile(folder, ADMINISTRATOR);
        try {
            return SqlConnection.withPasswordFile(url(), ADMINISTRATOR, passwordFile);
        } catch (IOException e) {
            throw new StackException("cannot read the SQL password in " + passwordFile, e);
        }
    }

    /**
     * Closes all connections and refuses new ones, as if the server's machine were switched off.
     * Transactions that are not committed are rolled back.
     */
    void interrupt() {
        server.stop();
    }

    /**
     * Ends an interruption.
     *
     * @throws StackException if another program uses the port meanwhile
     */
    void resume() {
        try {
            server = listen(folder, port, tls);
        } catch (SQLException e) {
            throw new StackException("SQL server cannot start again: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Server listen(Path folder, int port, boolean tls) throws SQLException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-tcp",
                                "-tcpPort",
                                Integer.toString(port),
                                "-baseDir",
                                folder.toString()));
        if (tls) {
            arguments.add("-tcpSSL");
        }
        return Server.createTcpServer(arguments.toArray(String[]::new)).start();
    }

    private static synchronized void prepare(Path folder, String password, String analyst)
            throws SQLException {
        // Not in the URL, in which a semicolon would end the name of the folder.
        System.setProperty(BASE_FOLDER, folder.toAbsolutePath().toString());
        try (Connection connection = open(password);
                Statement statement = connection.createStatement()) {
            // The passwords have hexadecimal digits only.
            statement.execute("ALTER USER " + ADMINISTRATOR + " SET PASSWORD '" + password + "'");
            statement.execute(
                    "CREATE USER IF NOT EXISTS " + ANALYST + " PASSWORD '" + analyst + "'");
            statement.execute("ALTER USER " + ANALYST + " SET PASSWORD '" + analyst + "'");
            statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO " + ANALYST);
        } finally {
            System.clearProperty(BASE_FOLDER);
        }
    }

    /**
     * Opens the database with the given password and, if the password is wrong, without a password.
     * A database has no password if an earlier version created it or if its creation was
     * interrupted.
     */
    private static Connection open(String password) throws SQLException {
        try {
            return embedded(password);
        } catch (SQLException e) {
            if (e.getErrorCode() != INVALID_AUTHORIZATION) {
                throw e;
            }
            return embedded("");
        }
    }

    private static Connection embedded(String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:./" + DATABASE + ";MODE=MSSQLServer", ADMINISTRATOR, password);
    }
}
