package io.fueloptimine.connectors.jdbc;

/** The contract on PostgreSQL, where it is installed. */
class PostgresContractTest extends SqlContractTest {

    @Override
    ContractDatabase open() throws Exception {
        return ContractDatabase.onPostgres();
    }
}
