package io.fueloptimine.connectors.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The database of the contract tests: the one that the environment variable {@value #URL} names,
 * with the files that hold user and password, else an H2 database in memory. The tests add rows
 * with names of their own and leave all others as they are.
 */
final class ContractDatabase implements AutoCloseable {

    static final String URL = "FUEL_TEST_SQLSERVER_URL";
    static final String USER_FILE = "FUEL_TEST_SQLSERVER_USER_FILE";
    static final String PASSWORD_FILE = "FUEL_TEST_SQLSERVER_PASSWORD_FILE";

    private final SqlConnection connection;
    private final Connection held;

    private ContractDatabase(SqlConnection connection) throws SQLException {
        this.connection = connection;
        this.held = connection.open();
    }

    static ContractDatabase open() throws IOException, SQLException {
        String url = System.getenv(URL);
        return new ContractDatabase(
                url == null
                        ? new SqlConnection("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "")
                        : SqlConnection.withPasswordFile(
                                url,
                                Files.readString(Path.of(System.getenv(USER_FILE))).strip(),
                                Path.of(System.getenv(PASSWORD_FILE))));
    }

    /** A new database of the PostgreSQL server of the tests. */
    static ContractDatabase onPostgres() throws Exception {
        return new ContractDatabase(PostgresServer.shared().newDatabase());
    }

    SqlConnection connection() {
        return connection;
    }

    Connection held() {
        return held;
    }

    @Override
    public void close() throws SQLException {
        held.close();
    }
}
