package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.fleet.Breakdowns;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.Reading;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Triggers a new plan when a truck or loading unit breaks down and when the machine is back in
 * service. Key the stream by machine. Changes of state that are older than the machine's last one
 * are ignored.
 *
 * <p>State: the time of the machine's last change of state, which expires after a month, and
 * whether the machine is down, which does not expire.
 */
public final class MachineDownTriggers extends KeyedProcessFunction<String, Reading, PlanTrigger> {

    private static final Duration RETENTION = Duration.ofDays(30);

    private transient ValueState<Boolean> down;
    private transient ValueState<Long> changedAt;

    @Override
    public void open(OpenContext context) {
        down = getRuntimeContext().getState(new ValueStateDescriptor<>("down", Types.BOOLEAN));
        ValueStateDescriptor<Long> last = new ValueStateDescriptor<>("changed-at", Types.LONG);
        last.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        changedAt = getRuntimeContext().getState(last);
    }

    @Override
    public void processElement(Reading reading, Context context, Collector<PlanTrigger> out)
            throws Exception {
        if (reading.state() == null || isPast(reading.time().toEpochMilli())) {
            return;
        }
        changedAt.update(reading.time().toEpochMilli());
        Optional<PlanTrigger> trigger = Breakdowns.trigger(reading, down.value() != null);
        if (trigger.isPresent()) {
            if (trigger.get().cause() == PlanCause.MACHINE_DOWN) {
                down.update(true);
            } else {
                down.clear();
            }
            out.collect(trigger.get());
        }
    }

    private boolean isPast(long atMs) throws Exception {
        return changedAt.value() != null && atMs < changedAt.value();
    }
}
