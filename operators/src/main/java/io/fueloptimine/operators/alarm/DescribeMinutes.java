package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.Activity;
import io.fueloptimine.models.alarm.MachineMinute;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds to each minute why the machine stands and at which loading unit it is. Machines say this
 * only when their state changes, so the last change is kept. Key the stream by machine; minutes
 * have to be in order. State expires after 30 days without minutes of the machine.
 */
final class DescribeMinutes extends KeyedProcessFunction<String, MachineMinute, MachineMinute> {

    private static final long serialVersionUID = 1L;

    private static final Duration RETENTION = Duration.ofDays(30);

    private transient ValueState<Activity> activity;

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<Activity> descriptor =
                new ValueStateDescriptor<>("activity", Types.POJO(Activity.class));
        descriptor.enableTimeToLive(
                StateTtlConfig.newBuilder(RETENTION)
                        .setUpdateType(StateTtlConfig.UpdateType.OnReadAndWrite)
                        .build());
        activity = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(MachineMinute minute, Context context, Collector<MachineMinute> out)
            throws Exception {
        Activity before = activity.value() == null ? Activity.UNKNOWN : activity.value();
        Activity now = before.after(minute);
        if (!now.equals(before)) {
            activity.update(now);
        }
        out.collect(now.describe(minute));
    }
}
