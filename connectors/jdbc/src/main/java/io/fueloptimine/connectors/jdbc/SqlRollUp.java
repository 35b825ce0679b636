package io.fueloptimine.connectors.jdbc;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;

/** How a table that sums up another one is kept up to date. */
interface SqlRollUp<T> extends Serializable {

    /** Begins to collect what one writer changes. */
    Changes<T> changes(SqlDialect dialect);

    /** The parts of the sums that are out of date. Not thread-safe. */
    interface Changes<T> {

        /** Notes a row that was written. */
        void add(T row);

        /** Adds up the changed parts again; the caller commits. */
        void update(Connection connection) throws SQLException;

        /** Forgets the changes, after they were committed. */
        void clear();
    }
}
