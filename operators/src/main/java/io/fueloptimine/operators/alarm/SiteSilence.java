package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.HeardMachine;
import io.fueloptimine.models.alarm.SilentMachine;
import io.fueloptimine.models.alarm.flood.Flood;
import io.fueloptimine.models.alarm.flood.FloodMember;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * Finds that no machine of a site sends, by the clock of the computer: event time stands still
 * then. The time counts from the last minute of any machine, or from the start of the task, because
 * nothing can be heard while it does not run. At the end of a bounded input, and with {@code
 * siteSilenceS} 0, nothing is found.
 *
 * <p>The keyed state of {@link ControlFloods}; not thread-safe.
 */
final class SiteSilence implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long siteSilenceMs;
    private final int silenceS;
    private transient MapState<String, HeardMachine> machines;
    private transient ValueState<Long> lastWallMs;
    private transient ValueState<Long> timerWallMs;
    private transient long runningSinceWallMs;

    SiteSilence(AlarmSettings settings) {
        this.siteSilenceMs = settings.flood().siteSilenceS() * 1_000L;
        this.silenceS = settings.silenceS();
    }

    void open(RuntimeContext context) {
        machines =
                context.getMapState(
                        AlarmMemory.expiring(
                                new MapStateDescriptor<>(
                                        "heard-machines",
                                        Types.STRING,
                                        Types.POJO(HeardMachine.class))));
        lastWallMs = context.getState(expiring("heard-wall-ms"));
        timerWallMs = context.getState(expiring("timer-wall-ms"));
        runningSinceWallMs = Long.MIN_VALUE;
    }

    private static ValueStateDescriptor<Long> expiring(String name) {
        return AlarmMemory.expiring(new ValueStateDescriptor<>(name, Types.LONG));
    }

    /** A machine was heard of. */
    void heard(HeardMachine heard, TimerService timers) throws Exception {
        if (siteSilenceMs == 0) {
            return;
        }
        runs(timers);
        machines.put(heard.machineId(), heard);
        lastWallMs.update(timers.currentProcessingTime());
        if (timerWallMs.value() == null) {
            waitFrom(timers.currentProcessingTime(), timers);
        }
    }

    /** Notes when this task began. */
    private void runs(TimerService timers) {
        if (runningSinceWallMs == Long.MIN_VALUE) {
            runningSinceWallMs = timers.currentProcessingTime();
        }
    }

    private void waitFrom(long wallMs, TimerService timers) throws Exception {
        timerWallMs.update(wallMs + siteSilenceMs);
        timers.registerProcessingTimeTimer(wallMs + siteSilenceMs);
    }

    /**
     * At a time of the clock: the silences of the working machines that have no alarm of silence
     * yet, of their own or of the site; empty while any machine of the site sends.
     *
     * @param flood the machines that are silent in event time
     */
    Map<String, AlarmSignal> after(long wallMs, TimerService timers, Flood flood) throws Exception {
        if (siteSilenceMs == 0 || timers.currentWatermark() == Long.MAX_VALUE) {
            return Map.of();
        }
        runs(timers);
        Long last = lastWallMs.value();
        long since = last == null ? runningSinceWallMs : Math.max(last, runningSinceWallMs);
        if (wallMs < since + siteSilenceMs) {
            waitFrom(since, timers);
            return Map.of();
        }
        timerWallMs.clear();
        return silences(flood);
    }

    private Map<String, AlarmSignal> silences(Flood flood) throws Exception {
        Instant newest = Instant.MIN;
        for (HeardMachine machine : machines.values()) {
            newest = machine.end().isAfter(newest) ? machine.end() : newest;
        }
        Map<String, AlarmSignal> silences = new TreeMap<>();
        for (HeardMachine machine : machines.values()) {
            FloodMember known = flood.members().get(machine.machineId());
            boolean hasAlarm = known != null && (known.raised() || known.grouped());
            boolean worked = machine.end().isAfter(newest.minusSeconds(silenceS));
            if (machine.watched() && worked && !hasAlarm) {
                silences.put(
                        machine.machineId(),
                        SilentMachine.signal(
                                machine.site(),
                                machine.machineId(),
                                machine.lastAt(),
                                machine.lastAt().plusSeconds(silenceS),
                                silenceS));
            }
        }
        return silences;
    }
}
