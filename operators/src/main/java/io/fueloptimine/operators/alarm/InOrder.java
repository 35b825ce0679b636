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
 * Passes each machine's minutes on in order of their event times, each of them once; what comes of
 * a minute that was passed already has had its say and is counted. Keyed by machine.
 *
 * <p>A restart sets event time back until the sources have told it again, so that what came too
 * late for a minute before can begin that minute anew. Flink CEP, which knows an event by its time
 * and a number that it forgets, takes such a minute for the one that is in its buffer already,
 * loses one of both, and fails from then on at every start.
 *
 * @param <T> what is said of a machine's minute, its time the record's own timestamp
 */
final class InOrder<T> extends KeyedProcessFunction<String, T, T> {

    private static final long serialVersionUID = 1L;

    private static final Duration FORGOTTEN = Duration.ofDays(30);

    private transient ValueState<Long> passedMs;
    private transient Counter minutesPassedAlready;

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<Long> descriptor = new ValueStateDescriptor<>("passed-ms", Types.LONG);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(FORGOTTEN).build());
        passedMs = getRuntimeContext().getState(descriptor);
        minutesPassedAlready = getRuntimeContext().getMetricGroup().counter("minutesPassedAlready");
    }

    @Override
    public void processElement(T minute, Context context, Collector<T> out) throws Exception {
        long atMs = context.timestamp();
        Long lastMs = passedMs.value();
        if (lastMs != null && atMs <= lastMs) {
            minutesPassedAlready.inc();
            return;
        }
        passedMs.update(atMs);
        out.collect(minute);
    }
}
