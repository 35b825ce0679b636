package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.PendingSignals;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Emits each machine's signals in order of event time, as soon as the watermark has passed them.
 * Key the stream by machine. Signals that arrive behind the watermark are emitted at once.
 */
final class OrderSignals extends KeyedProcessFunction<String, AlarmSignal, AlarmSignal> {

    private static final long serialVersionUID = 1L;

    private transient MapState<Long, PendingSignals> pending;

    @Override
    public void open(OpenContext context) {
        pending =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "signals-to-order",
                                        Types.LONG,
                                        Types.POJO(PendingSignals.class)));
    }

    @Override
    public void processElement(AlarmSignal signal, Context context, Collector<AlarmSignal> out)
            throws Exception {
        long at = context.timestamp();
        if (at <= context.timerService().currentWatermark()) {
            out.collect(signal);
            return;
        }
        PendingSignals known = pending.get(at);
        pending.put(at, (known == null ? PendingSignals.NONE : known).with(signal));
        context.timerService().registerEventTimeTimer(at);
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<AlarmSignal> out)
            throws Exception {
        PendingSignals now = pending.get(at);
        pending.remove(at);
        now.inOrder().forEach(out::collect);
    }
}
