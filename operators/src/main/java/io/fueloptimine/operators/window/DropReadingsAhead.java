package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.clock.ClockRules;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops readings of a topic that are too far ahead of their arrival or of the present time. Job
 * ingest rejects such readings. A topic can contain such a reading nevertheless, written by an
 * earlier release or by another program. Without this filter, the reading would stay in the state
 * of windows until event time reaches its time, and would advance times that the operators keep for
 * each machine or site. A dropped reading is counted as {@code readingsAhead}, logged, and stays in
 * Kafka.
 */
public final class DropReadingsAhead extends RichFilterFunction<Reading> {

    private static final Logger LOG = LoggerFactory.getLogger(DropReadingsAhead.class);
    // Bounds the log of a topic with many such readings.
    private static final long LOG_FIRST = 10;
    private static final long LOG_EVERY = 1_000;
    private static final long serialVersionUID = 1L;

    private final ClockRules rules;
    private transient LongSupplier nowMillis;
    private transient Counter readingsAhead;

    DropReadingsAhead(ClockRules rules) {
        this.rules = rules;
    }

    /**
     * Adds the filter to a job, directly after the source.
     *
     * @param readings valid readings of a topic
     */
    public static DataStream<Reading> of(DataStream<Reading> readings, ClockRules rules) {
        return readings.filter(new DropReadingsAhead(rules))
                .uid("drop-readings-ahead")
                .name("Drop readings of the future");
    }

    @Override
    public void open(OpenContext context) {
        nowMillis = System::currentTimeMillis;
        readingsAhead = getRuntimeContext().getMetricGroup().counter("readingsAhead");
    }

    @Override
    public boolean filter(Reading reading) {
        if (!rules.isRefused(reading, nowMillis.getAsLong())) {
            return true;
        }
        readingsAhead.inc();
        long count = readingsAhead.getCount();
        if (count <= LOG_FIRST || count % LOG_EVERY == 0) {
            LOG.warn(
                    "Dropped a reading with the time {}, which arrived at {} ({} so far): {}",
                    reading.time(),
                    reading.receivedAt(),
                    count,
                    reading.id());
        }
        return false;
    }
}
