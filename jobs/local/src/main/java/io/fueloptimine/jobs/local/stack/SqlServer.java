package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** An H2 server in MSSQLServer mode on the loopback address, for the jobs and any SQL client. */
public final class SqlServer implements AutoCloseable {

    private static final String DATABASE = "fueloptimine";

    private final Server server;

    private SqlServer(Server server) {
        this.server = server;
    }

    /**
     * Starts the server; the first connection creates the database in the folder.
     *
     * @throws StackException if it cannot start
     */
    public static SqlServer start(Path folder, int port) {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        try {
            Files.createDirectories(folder);
            Server server =
                    Server.createTcpServer(
                            "-tcp",
                            "-tcpPort",
                            Integer.toString(port),
                            "-ifNotExists",
                            "-baseDir",
                            folder.toString());
            return new SqlServer(server.start());
        } catch (SQLException | IOException e) {
            throw new StackException("SQL server cannot start: " + e.getMessage(), e);
        }
    }

    /** The JDBC URL; the user is {@code sa} without a password. */
    public String url() {
        // Without DB_CLOSE_ON_EXIT=FALSE, H2 closes the database at Ctrl-C before the jobs stop.
        return "jdbc:h2:tcp://127.0.0.1:"
                + server.getPort()
                + "/./"
                + DATABASE
                + ";MODE=MSSQLServer;DB_CLOSE_ON_EXIT=FALSE";
    }

    @Override
    public void close() {
        server.stop();
    }
}
