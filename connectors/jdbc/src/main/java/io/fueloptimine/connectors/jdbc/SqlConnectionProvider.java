package io.fueloptimine.connectors.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.flink.connector.jdbc.datasource.connections.JdbcConnectionProvider;
import org.apache.flink.connector.jdbc.datasource.connections.SimpleJdbcConnectionProvider;

/**
 * Provides the connection of a sink's subtask. The password is read for each new connection, also
 * after a failed statement, so that a changed password is used without a restart. Not thread-safe.
 */
final class SqlConnectionProvider implements JdbcConnectionProvider {

    private static final long serialVersionUID = 1L;

    private final SqlConnection address;

    /** The current connection; null while not connected. */
    private transient JdbcConnectionProvider connected;

    SqlConnectionProvider(SqlConnection address) {
        this.address = address;
    }

    @Override
    public Connection getConnection() {
        return connected == null ? null : connected.getConnection();
    }

    @Override
    public boolean isConnectionValid() throws SQLException {
        return connected != null && connected.isConnectionValid();
    }

    @Override
    public Connection getOrEstablishConnection() throws SQLException, ClassNotFoundException {
        if (connected == null) {
            connected = new SimpleJdbcConnectionProvider(address.options());
        }
        return connected.getOrEstablishConnection();
    }

    @Override
    public void closeConnection() {
        if (connected != null) {
            connected.closeConnection();
            connected = null;
        }
    }

    @Override
    public Connection reestablishConnection() throws SQLException, ClassNotFoundException {
        closeConnection();
        return getOrEstablishConnection();
    }
}
