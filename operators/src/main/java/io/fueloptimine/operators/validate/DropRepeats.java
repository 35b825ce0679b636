package io.fueloptimine.operators.validate;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Passes each record once and drops repeats, which have the same id. Key the stream by machine.
 *
 * <p>Ids are kept for two days of event time before a machine's newest record, and for a week of
 * processing time. A repeat that is older is not recognised and passes. Such repeats occur only
 * when the job that writes the topic starts without its state; dropping old records could then lose
 * history, which is worse than a duplicate. Metric: {@code repeats}.
 */
public final class DropRepeats<T> extends KeyedProcessFunction<String, T, T> {

    public static final Duration RETENTION = Duration.ofDays(2);
    private static final Duration STATE_TTL = Duration.ofDays(7);
    private static final long CLEANUP_PERIOD_MS = Duration.ofHours(1).toMillis();
    private static final long serialVersionUID = 1L;

    private final SerializableFunction<T, String> idOf;
    private final SerializableFunction<T, Instant> timeOf;
    private transient MapState<String, Long> ids;
    private transient ValueState<Long> lastCleanup;
    private transient Counter repeats;

    public DropRepeats(
            SerializableFunction<T, String> idOf, SerializableFunction<T, Instant> timeOf) {
        this.idOf = idOf;
        this.timeOf = timeOf;
    }

    @Override
    public void open(OpenContext context) {
        StateTtlConfig ttl = StateTtlConfig.newBuilder(STATE_TTL).build();
        MapStateDescriptor<String, Long> idsDescriptor =
                new MapStateDescriptor<>("event-time-by-id", String.class, Long.class);
        idsDescriptor.enableTimeToLive(ttl);
        ids = getRuntimeContext().getMapState(idsDescriptor);
        ValueStateDescriptor<Long> lastCleanupDescriptor =
                new ValueStateDescriptor<>("last-cleanup-ms", Long.class);
        lastCleanupDescriptor.enableTimeToLive(ttl);
        lastCleanup = getRuntimeContext().getState(lastCleanupDescriptor);
        repeats = getRuntimeContext().getMetricGroup().counter("repeats");
    }

    @Override
    public void processElement(T record, Context context, Collector<T> out) throws Exception {
        String id = idOf.apply(record);
        if (ids.contains(id)) {
            repeats.inc();
            return;
        }
        long atMs = timeOf.apply(record).toEpochMilli();
        ids.put(id, atMs);
        out.collect(record);
        cleanUp(atMs);
    }

    private void cleanUp(long nowMs) throws Exception {
        Long last = lastCleanup.value();
        if (last == null) {
            lastCleanup.update(nowMs);
        } else if (nowMs - last >= CLEANUP_PERIOD_MS) {
            lastCleanup.update(nowMs);
            removeBefore(nowMs - RETENTION.toMillis());
        }
    }

    private void removeBefore(long beforeMs) throws Exception {
        Iterator<Map.Entry<String, Long>> entries = ids.iterator();
        while (entries.hasNext()) {
            if (entries.next().getValue() < beforeMs) {
                entries.remove();
            }
        }
    }
}
