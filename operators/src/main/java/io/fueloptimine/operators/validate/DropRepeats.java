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
 * Passes each record once by its identity, within one machine's stream. Key the stream by machine.
 *
 * <p>Remembers two days of event time behind a machine's newest record, and forgets a machine that
 * was silent for a week. A repeat that is older passes: that happens only when whoever wrote the
 * topic started again from nothing, and losing history would be worse than having it twice. Metric:
 * {@code repeats}.
 */
public final class DropRepeats<T> extends KeyedProcessFunction<String, T, T> {

    public static final Duration MEMORY = Duration.ofDays(2);
    private static final Duration SILENCE = Duration.ofDays(7);
    private static final long TIDY_EVERY_MS = Duration.ofHours(1).toMillis();
    private static final long serialVersionUID = 1L;

    private final SerializableFunction<T, String> identity;
    private final SerializableFunction<T, Instant> eventTime;
    private transient MapState<String, Long> seen;
    private transient ValueState<Long> tidied;
    private transient Counter repeats;

    public DropRepeats(
            SerializableFunction<T, String> identity, SerializableFunction<T, Instant> eventTime) {
        this.identity = identity;
        this.eventTime = eventTime;
    }

    @Override
    public void open(OpenContext context) {
        StateTtlConfig ttl = StateTtlConfig.newBuilder(SILENCE).build();
        MapStateDescriptor<String, Long> seenDescriptor =
                new MapStateDescriptor<>("seen-at-ms", String.class, Long.class);
        seenDescriptor.enableTimeToLive(ttl);
        seen = getRuntimeContext().getMapState(seenDescriptor);
        ValueStateDescriptor<Long> tidiedDescriptor =
                new ValueStateDescriptor<>("tidied-at-ms", Long.class);
        tidiedDescriptor.enableTimeToLive(ttl);
        tidied = getRuntimeContext().getState(tidiedDescriptor);
        repeats = getRuntimeContext().getMetricGroup().counter("repeats");
    }

    @Override
    public void processElement(T record, Context context, Collector<T> out) throws Exception {
        String id = identity.apply(record);
        if (seen.contains(id)) {
            repeats.inc();
            return;
        }
        long atMs = eventTime.apply(record).toEpochMilli();
        seen.put(id, atMs);
        out.collect(record);
        tidy(atMs);
    }

    private void tidy(long nowMs) throws Exception {
        Long last = tidied.value();
        if (last == null) {
            tidied.update(nowMs);
        } else if (nowMs - last >= TIDY_EVERY_MS) {
            tidied.update(nowMs);
            forgetBefore(nowMs - MEMORY.toMillis());
        }
    }

    private void forgetBefore(long beforeMs) throws Exception {
        Iterator<Map.Entry<String, Long>> entries = seen.iterator();
        while (entries.hasNext()) {
            if (entries.next().getValue() < beforeMs) {
                entries.remove();
            }
        }
    }
}
