package io.fueloptimine.connectors.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a write that may succeed later. While the server is away, or refuses the connection, it
 * is repeated without limit: the task does not read on, so that the back-pressure reaches the
 * source and nothing is lost. A conflict between writers is repeated {@value #MAX_CONFLICTS} times.
 * Not thread-safe.
 */
final class SqlRetry {

    static final int MAX_CONFLICTS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(SqlRetry.class);

    private final Pause pause;
    private final LongUnaryOperator pauseMillis;
    private long retries;
    private long refusals;

    /**
     * @param pause how to wait
     * @param pauseMillis the pause before a repetition by its number from 0, ms
     */
    SqlRetry(Pause pause, LongUnaryOperator pauseMillis) {
        this.pause = pause;
        this.pauseMillis = pauseMillis;
    }

    /** Number of repetitions since the start. */
    long retries() {
        return retries;
    }

    /** Number of repetitions, of all, after a fault that a person must mend. */
    long refusals() {
        return refusals;
    }

    /**
     * Runs a write until it succeeds or a repetition is no use.
     *
     * @param table the table, for the log
     * @param lost runs before a repetition when the server is away; closes the connection
     * @return the fault, if the write failed because of the rows' own values; empty if it succeeded
     * @throws IOException for any other fault, or if conflicts do not end
     */
    Optional<Exception> run(String table, Write write, Runnable lost)
            throws IOException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                write.run();
                return Optional.empty();
            } catch (SQLException e) {
                switch (SqlFault.of(e)) {
                    case ROW -> {
                        return Optional.of(e);
                    }
                    case OTHER -> throw failed(table, e);
                    case AWAY -> lost.run();
                    case REFUSED -> {
                        lost.run();
                        refusals++;
                        LOG.error(
                                "The SQL server refuses the connection until user, password,"
                                        + " database or certificate are mended; the job waits");
                    }
                    case CONFLICT -> {
                        if (attempt >= MAX_CONFLICTS) {
                            throw failed(table, e);
                        }
                    }
                }
                retries++;
                LOG.warn(
                        "Table {} is not written ({}); attempt {}",
                        table,
                        e.getMessage(),
                        attempt + 2);
                pause.millis(pauseMillis.applyAsLong(attempt));
            } catch (RuntimeException e) {
                // A function of a column failed; the rows are judged one by one.
                return Optional.of(e);
            }
        }
    }

    private static IOException failed(String table, SQLException e) {
        return new IOException("cannot write table " + table + ": " + e.getMessage(), e);
    }

    /** A write to the database. */
    interface Write {
        void run() throws SQLException;
    }

    /** Waits. */
    interface Pause {
        void millis(long millis) throws InterruptedException;
    }
}
