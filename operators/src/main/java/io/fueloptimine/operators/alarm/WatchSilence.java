package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises SILENT_SENSOR when a machine sends no telemetry for a configured period of event time.
 * Event time advances with the readings of other machines. A machine whose engine was off in its
 * last minute was switched off and raises no alarm.
 *
 * <p>No alarm is raised when the whole site is silent, because event time then stops, and no alarm
 * is raised at the end of a bounded input.
 *
 * <p>A minute can arrive before event time has reached the end of the silence before it, because
 * event time follows the slowest input. The minute then raises the alarm and clears it.
 *
 * <p>The state of a machine is deleted when the machine is silent. The first minute after silence,
 * and the first minute of a new machine, cause a signal that the condition is gone. This signal has
 * no effect when no alarm is raised.
 */
final class WatchSilence extends KeyedProcessFunction<String, MachineMinute, AlarmSignal> {

    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final long silenceMs;
    private transient ValueState<MachineMinute> last;

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
    }

    @Override
    public void processElement(MachineMinute minute, Context context, Collector<AlarmSignal> out)
            throws Exception {
        MachineMinute before = last.value();
        boolean wasSilent = before == null;
        if (before != null) {
            context.timerService().deleteEventTimeTimer(deadline(before));
            wasSilent = minute.start().toEpochMilli() >= deadline(before);
            if (wasSilent && !isSwitchedOff(before)) {
                out.collect(silent(before));
            }
        }
        if (wasSilent) {
            out.collect(
                    AlarmSignal.gone(minute, AlertType.SILENT_SENSOR, "Telemetry received again"));
        }
        last.update(minute);
        context.timerService().registerEventTimeTimer(deadline(minute));
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<AlarmSignal> out)
            throws Exception {
        MachineMinute minute = last.value();
        last.clear();
        boolean ended = context.timerService().currentWatermark() == END_OF_INPUT;
        if (minute != null && !isSwitchedOff(minute) && !ended) {
            out.collect(silent(minute));
        }
    }

    private static boolean isSwitchedOff(MachineMinute minute) {
        return minute.engineOnShare() == 0;
    }

    private AlarmSignal silent(MachineMinute minute) {
        return new AlarmSignal(
                        minute.site(),
                        minute.machineId(),
                        AlertType.SILENT_SENSOR,
                        Severity.WARNING,
                        Instant.ofEpochMilli(deadline(minute)),
                        true,
                        "No telemetry for " + silenceMs / 1_000 + " s, last at " + minute.lastAt(),
                        Map.of("silentS", silenceMs / 1_000.0))
                .withWords(Map.of("lastAt", minute.lastAt().toString()));
    }

    private long deadline(MachineMinute minute) {
        return minute.lastAt().toEpochMilli() + silenceMs;
    }
}
