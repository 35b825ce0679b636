package io.fueloptimine.connectors.jdbc;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Keeps a table that sums up another one, in the transaction that changes the other table. */
interface SqlRollUp<T> extends Serializable {

    /** Brings the sums up to date with rows that have just been written and are not committed. */
    void update(Connection connection, List<T> rows) throws SQLException;
}
