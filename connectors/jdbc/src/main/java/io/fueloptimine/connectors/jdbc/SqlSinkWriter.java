package io.fueloptimine.connectors.jdbc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects rows and writes them 500 at a time, after one second, and before each checkpoint. Sums
 * are brought up to date before each checkpoint.
 *
 * <p>A batch that fails because of a row's values is written row by row; the invalid ones become
 * dead letters in {@code rejected_reading}, counted by {@code numRecordsSendErrors}. The metric
 * {@code sqlRetries} counts repetitions, {@code sqlRefusals} those that wait for a person.
 */
final class SqlSinkWriter<T> implements SinkWriter<T> {

    static final int BATCH_ROWS = 500;
    static final long BATCH_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(SqlSinkWriter.class);

    private final SqlBatch<T> batch;
    private final SqlTable<T> table;
    private final ProcessingTimeService time;
    private final SqlRetry retry;
    private final Counter written;
    private final Counter refused;
    private List<T> rows = new ArrayList<>();
    private boolean timerSet;

    SqlSinkWriter(
            SqlBatch<T> batch,
            SqlTable<T> table,
            SinkWriterMetricGroup metrics,
            ProcessingTimeService time,
            SqlRetry retry) {
        this.batch = batch;
        this.table = table;
        this.time = time;
        this.retry = retry;
        this.written = metrics.getNumRecordsSendCounter();
        this.refused = metrics.getNumRecordsSendErrorsCounter();
        metrics.gauge("sqlRetries", retry::retries);
        metrics.gauge("sqlRefusals", retry::refusals);
    }

    @Override
    public void write(T row, Context context) throws IOException, InterruptedException {
        if (!table.contains(row)) {
            return;
        }
        rows.add(row);
        if (rows.size() >= BATCH_ROWS) {
            writeRows();
        } else if (!timerSet) {
            timerSet = true;
            time.registerTimer(time.getCurrentProcessingTime() + BATCH_MILLIS, this::onTimer);
        }
    }

    private void onTimer(long at) throws IOException, InterruptedException {
        timerSet = false;
        writeRows();
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        writeRows();
        requireNone("cannot sum up", retry.run(table.name(), batch::sumUp, batch::close));
    }

    private void writeRows() throws IOException, InterruptedException {
        if (rows.isEmpty()) {
            return;
        }
        Optional<Exception> fault =
                retry.run(table.name(), () -> batch.writeAll(rows), batch::close);
        if (fault.isEmpty()) {
            written.inc(rows.size());
        } else {
            LOG.warn(
                    "Table {}: {} rows are written one by one",
                    table.name(),
                    rows.size(),
                    fault.get());
            for (T row : rows) {
                requireNone(
                        "cannot write a dead letter of",
                        retry.run(table.name(), () -> count(batch.writeOne(row)), batch::close));
            }
        }
        rows = new ArrayList<>();
    }

    private void requireNone(String what, Optional<Exception> fault) throws IOException {
        if (fault.isPresent()) {
            throw new IOException(what + " table " + table.name(), fault.get());
        }
    }

    private void count(boolean isWritten) {
        (isWritten ? written : refused).inc();
    }

    @Override
    public void close() {
        batch.close();
    }
}
