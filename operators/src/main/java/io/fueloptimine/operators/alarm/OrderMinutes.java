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
 * Passes a machine's minutes once and in order, as {@link DropOutOfOrder} does, and all other
 * inputs of its tank as they come. State expires after 30 days without minutes.
 */
final class OrderMinutes extends KeyedProcessFunction<String, TankInput, TankInput> {

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
    public void processElement(TankInput input, Context context, Collector<TankInput> out)
            throws Exception {
        if (input.minute() != null) {
            long atMs = input.minute().end().toEpochMilli();
            Long lastMs = lastTimeMs.value();
            if (lastMs != null && atMs <= lastMs) {
                repeatsDropped.inc();
                return;
            }
            lastTimeMs.update(atMs);
        }
        out.collect(input);
    }
}
