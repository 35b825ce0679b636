package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** H2 in MSSQLServer mode as a server on the loopback address, so that any SQL client can join. */
public final class SqlServer implements AutoCloseable {

    private static final String DATABASE = "fueloptimine";

    private final Server server;

    private SqlServer(Server server) {
        this.server = server;
    }

    /**
     * Starts the server over a folder; the database in it is made at the first connection.
     *
     * @throws StackException when it cannot start
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

    /** What a SQL client connects to, as user {@code sa} without a password. */
    public String url() {
        // Without the last setting H2 closes the database at Ctrl-C, before the jobs have stopped.
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
