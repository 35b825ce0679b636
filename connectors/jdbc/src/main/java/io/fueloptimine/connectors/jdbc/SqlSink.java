package io.fueloptimine.connectors.jdbc;

import java.time.Clock;
import java.util.function.LongUnaryOperator;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * A sink that upserts the rows of one table, at least once.
 *
 * <p>This is not Flink's {@code JdbcSink}, because that one repeats every failed batch, whatever
 * the reason, and then fails the job: one invalid row would stop it for ever.
 */
final class SqlSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    private final SqlTable<T> table;
    private final SqlConnection connection;

    SqlSink(SqlTable<T> table, SqlConnection connection) {
        this.table = table;
        this.connection = connection;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new SqlSinkWriter<>(
                new SqlBatch<>(table, connection, Clock.systemUTC()),
                table,
                context.metricGroup(),
                context.getProcessingTimeService(),
                new SqlRetry(Thread::sleep, pause()));
    }

    /** 100 ms, doubled with each attempt, up to 30 s. */
    static LongUnaryOperator pause() {
        return attempt -> Math.min(30_000, 100L << Math.min(attempt, 20));
    }
}
