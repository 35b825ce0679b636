package io.fueloptimine.jobs.benchmarks.views;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;

/**
 * The first query of a database that was just opened.
 *
 * @param rows rows of the answer; those read so far if it was given up
 * @param seconds from sending the query to the last row
 * @param processorSeconds the processor time of the same
 */
record ColdRun(long rows, double seconds, double processorSeconds) {

    /** A query that takes longer is given up. */
    private static final int LONGEST_S = 120;

    /**
     * Opens the database, which no other connection may have open, so that its cache is empty,
     * asks, and closes it. Opening is not part of the time.
     */
    static ColdRun of(SqlConnection sql, String query) throws SQLException {
        try (Connection connection = sql.open();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(LONGEST_S);
            long rows = 0;
            long processor = processorNanos();
            long start = System.nanoTime();
            try (ResultSet row = statement.executeQuery(query)) {
                int width = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int column = 1; column <= width; column++) {
                        row.getObject(column);
                    }
                    rows++;
                }
            } catch (SQLTimeoutException e) {
                // The time says that it was given up: it is over every limit.
            }
            return new ColdRun(
                    rows, (System.nanoTime() - start) / 1e9, (processorNanos() - processor) / 1e9);
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
