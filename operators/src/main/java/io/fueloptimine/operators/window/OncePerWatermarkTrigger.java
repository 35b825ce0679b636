package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.reading.Reading;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/**
 * Fires a window when the watermark passes its end, and after late readings at the next advance of
 * the watermark. A truck that leaves the radio shadow and delivers the readings of ten minutes
 * therefore causes one new result per window and not one per reading.
 */
final class OncePerWatermarkTrigger extends Trigger<Reading, TimeWindow> {

    private static final long serialVersionUID = 1L;

    private final ValueStateDescriptor<Boolean> changed =
            new ValueStateDescriptor<>("changed-since-fired", Types.BOOLEAN);

    @Override
    public TriggerResult onElement(
            Reading reading, long timestamp, TimeWindow window, TriggerContext context)
            throws Exception {
        ValueState<Boolean> state = context.getPartitionedState(changed);
        if (state.value() == null) {
            state.update(true);
            long next = context.getCurrentWatermark() + 1;
            context.registerEventTimeTimer(Math.max(window.maxTimestamp(), next));
        }
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context)
            throws Exception {
        ValueState<Boolean> state = context.getPartitionedState(changed);
        if (state.value() == null) {
            return TriggerResult.CONTINUE;
        }
        state.clear();
        return TriggerResult.FIRE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext context) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public void clear(TimeWindow window, TriggerContext context) throws Exception {
        context.getPartitionedState(changed).clear();
        context.deleteEventTimeTimer(window.maxTimestamp());
    }
}
