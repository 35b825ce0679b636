package io.fueloptimine.operators.window;

import io.fueloptimine.models.fuel.FuelWindowAccumulator;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * Emits the result of a window with its revision number. Metrics: {@code windows}, {@code
 * revisions}, {@code windowsWithoutFuel}.
 */
final class EmitFuelWindows
        extends ProcessWindowFunction<FuelWindowAccumulator, FuelWindow, String, TimeWindow> {

    private static final long serialVersionUID = 1L;

    private final ValueStateDescriptor<Integer> nextRevision =
            new ValueStateDescriptor<>("next-revision", Types.INT);

    private transient Counter windows;
    private transient Counter revisions;
    private transient Counter withoutFuel;

    @Override
    public void open(OpenContext context) {
        windows = getRuntimeContext().getMetricGroup().counter("windows");
        revisions = getRuntimeContext().getMetricGroup().counter("revisions");
        withoutFuel = getRuntimeContext().getMetricGroup().counter("windowsWithoutFuel");
    }

    @Override
    public void process(
            String key,
            Context context,
            Iterable<FuelWindowAccumulator> accumulators,
            Collector<FuelWindow> out)
            throws Exception {
        ValueState<Integer> state = context.windowState().getState(nextRevision);
        int revision = state.value() == null ? 0 : state.value();
        Instant start = Instant.ofEpochMilli(context.window().getStart());
        Instant end = Instant.ofEpochMilli(context.window().getEnd());
        Optional<FuelWindow> window = accumulators.iterator().next().toWindow(start, end, revision);
        if (window.isEmpty()) {
            withoutFuel.inc();
            return;
        }
        (revision == 0 ? windows : revisions).inc();
        state.update(revision + 1);
        out.collect(window.get());
    }

    @Override
    public void clear(Context context) {
        context.windowState().getState(nextRevision).clear();
    }
}
