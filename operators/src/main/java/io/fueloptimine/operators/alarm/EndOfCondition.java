package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.rule.MinuteRule;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Signals once that a condition is gone, when some good minutes in a row have followed a bad
 * minute. State exists only from a bad minute until then, and expires after 90 days without data of
 * the machine ({@link AlarmMemory}).
 */
final class EndOfCondition extends KeyedProcessFunction<String, MachineMinute, AlarmSignal> {

    private static final long serialVersionUID = 1L;

    private final MinuteRule rule;
    private final int clearMin;
    private transient ValueState<Integer> goodMin;

    EndOfCondition(MinuteRule rule, int clearMin) {
        this.rule = rule;
        this.clearMin = clearMin;
    }

    @Override
    public void open(OpenContext context) {
        goodMin =
                getRuntimeContext()
                        .getState(
                                AlarmMemory.expiring(
                                        new ValueStateDescriptor<>("good-minutes", Types.INT)));
    }

    @Override
    public void processElement(MachineMinute minute, Context context, Collector<AlarmSignal> out)
            throws Exception {
        Integer before = goodMin.value();
        if (rule.isBad(minute)) {
            goodMin.update(0);
        } else if (before != null && !rule.isGood(minute)) {
            goodMin.update(0);
        } else if (before != null && before + 1 < clearMin) {
            goodMin.update(before + 1);
        } else if (before != null) {
            goodMin.clear();
            out.collect(rule.gone(minute));
        }
    }
}
