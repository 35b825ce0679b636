package io.fueloptimine.connectors.jdbc;

/** Concurrent writers on PostgreSQL, where it is installed. */
class PostgresWritersTest extends ConcurrentWritersTest {

    @Override
    ContractDatabase open() throws Exception {
        return ContractDatabase.onPostgres();
    }
}
