package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.HeardMachine;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.SilentMachine;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.reading.ProductionState;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Raises SILENT_SENSOR when a machine sends no telemetry for a configured period of event time.
 * Event time advances with the readings of other machines. A machine whose engine was off in its
 * last minute, or that was off or parked, is switched off and raises no alarm.
 *
 * <p>When all machines are silent, event time stops; {@link ControlFloods} then raises one alarm
 * for the site by the clock of the computer. What it needs for that is a side output. No alarm is
 * raised at the end of a bounded input.
 *
 * <p>A minute can arrive before event time has reached the end of the silence before it, because
 * event time follows the slowest input. The minute then raises the alarm and clears it.
 *
 * <p>A machine is watched when it has sent in several minutes, at least as long as a silence lasts:
 * a machine that was never heard of is not silent, and neither is one whose first messages are
 * delayed while the job starts. If a minute arrives long after its end in event time, because
 * messages were delayed, the silence is counted from its arrival.
 *
 * <p>The state of a machine is deleted when the machine is silent. The first minute after silence,
 * and the first minute of a new machine, cause a signal that the condition is gone. This signal has
 * no effect when no alarm is raised.
 */
final class WatchSilence extends KeyedProcessFunction<String, MachineMinute, AlarmSignal> {

    /** Each minute: the machine was heard of. */
    static final OutputTag<HeardMachine> HEARD =
            new OutputTag<>("heard", TypeInformation.of(HeardMachine.class));

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final long silenceMs;
    private transient ValueState<MachineMinute> last;
    private transient ValueState<Long> deadlineMs;
    private transient ValueState<Integer> heardMin;

    WatchSilence(AlarmSettings settings) {
        this.silenceMs = settings.silenceS() * 1_000L;
    }

    @Override
    public void open(OpenContext context) {
        last =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "last-minute", Types.POJO(MachineMinute.class)));
        deadlineMs =
                getRuntimeContext().getState(new ValueStateDescriptor<>("deadline-ms", Types.LONG));
        heardMin = getRuntimeContext().getState(new ValueStateDescriptor<>("heard-min", Types.INT));
    }

    @Override
    public void processElement(MachineMinute minute, Context context, Collector<AlarmSignal> out)
            throws Exception {
        MachineMinute before = last.value();
        boolean wasSilent = before == null;
        if (before != null) {
            context.timerService().deleteEventTimeTimer(deadlineMs.value());
            wasSilent = minute.start().toEpochMilli() >= deadlineMs.value();
            if (wasSilent && isWatched(before)) {
                out.collect(silent(before, deadlineMs.value()));
            }
        }
        if (wasSilent) {
            heardMin.clear();
            out.collect(
                    AlarmSignal.gone(minute, AlertType.SILENT_SENSOR, "Telemetry received again"));
        }
        remember(minute, context);
    }

    private void remember(MachineMinute minute, Context context) throws Exception {
        long endMs = minute.end().toEpochMilli();
        long lateMs = Math.max(context.timerService().currentWatermark(), endMs) - endMs;
        long deadline = minute.lastAt().toEpochMilli() + silenceMs;
        last.update(minute);
        heardMin.update(heardMin.value() == null ? 1 : heardMin.value() + 1);
        deadlineMs.update(lateMs > silenceMs / 2 ? deadline + lateMs : deadline);
        context.timerService().registerEventTimeTimer(deadlineMs.value());
        context.output(
                HEARD,
                new HeardMachine(
                        minute.site(),
                        minute.machineId(),
                        minute.end(),
                        minute.lastAt(),
                        isWatched(minute)));
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<AlarmSignal> out)
            throws Exception {
        MachineMinute minute = last.value();
        boolean ended = context.timerService().currentWatermark() == END_OF_INPUT;
        if (minute != null && isWatched(minute) && !ended) {
            out.collect(silent(minute, at));
        }
        last.clear();
        deadlineMs.clear();
        heardMin.clear();
    }

    private boolean isWatched(MachineMinute minute) throws Exception {
        boolean known = heardMin.value() != null && heardMin.value() * 60_000L >= silenceMs;
        return known && !isSwitchedOff(minute);
    }

    private static boolean isSwitchedOff(MachineMinute minute) {
        return minute.engineOnShare() == 0
                || minute.in(ProductionState.OFF, ProductionState.PARKED);
    }

    private AlarmSignal silent(MachineMinute minute, long atMs) {
        return SilentMachine.signal(
                minute.site(),
                minute.machineId(),
                minute.lastAt(),
                Instant.ofEpochMilli(atMs),
                silenceMs / 1_000);
    }
}
