package io.fueloptimine.operators.alarm;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Passes a machine's records with increasing event times, and drops and counts any record whose
 * time is not greater than that of the previous one. Key the stream by machine.
 *
 * <p>Flink CEP requires this order after a restart. A restart resets the watermark, so late
 * telemetry can create a record a second time. CEP identifies events by time and by a counter that
 * is not part of its state. It therefore confuses such a record with the one in its buffer, loses
 * one of the two, and fails at every later start.
 *
 * @param <T> the type of the records, of which there is one per machine and time
 */
final class DropOutOfOrder<T> extends KeyedProcessFunction<String, T, T> {

    private static final long serialVersionUID = 1L;

    private static final Duration RETENTION = Duration.ofDays(30);

    private transient ValueState<Long> lastTimeMs;
    private transient Counter repeatsDropped;

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<Long> descriptor =
                new ValueStateDescriptor<>("last-time-ms", Types.LONG);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        lastTimeMs = getRuntimeContext().getState(descriptor);
        repeatsDropped = getRuntimeContext().getMetricGroup().counter("repeatsDropped");
    }

    @Override
    public void processElement(T record, Context context, Collector<T> out) throws Exception {
        long atMs = context.timestamp();
        Long lastMs = lastTimeMs.value();
        if (lastMs != null && atMs <= lastMs) {
            repeatsDropped.inc();
            return;
        }
        lastTimeMs.update(atMs);
        out.collect(record);
    }
}
