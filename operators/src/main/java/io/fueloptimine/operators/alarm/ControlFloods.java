package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.HeardMachine;
import io.fueloptimine.models.alarm.PendingSignals;
import io.fueloptimine.models.alarm.flood.Flood;
import io.fueloptimine.models.alarm.flood.FloodControl;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Makes one signal of a site of the signals of many machines that have one cause ({@link
 * FloodControl}). Key the signals of detectors and of other jobs by site; the second input says
 * which machines were heard of ({@link WatchSilence#HEARD}).
 *
 * <p>The signals of detectors are processed in event time, those of other jobs when they arrive.
 *
 * <p>When no machine of any site sends, event time stops. {@link SiteSilence} then finds the
 * silence by the clock of the computer. It is the same flood as the one that event time would find,
 * with the same id, so that the machines raise it only once; it ends in event time when they send
 * again.
 *
 * <p>State by site: signals that wait for the watermark, and the machines on which a condition is
 * present, by type and cause, which are forgotten like raised alarms ({@link AlarmMemory}).
 */
final class ControlFloods
        extends KeyedCoProcessFunction<String, AlarmSignal, HeardMachine, AlarmSignal> {

    private static final long serialVersionUID = 1L;

    private final FloodControl control;
    private final SiteSilence siteSilence;
    private transient MapState<Long, PendingSignals> pending;
    private transient MapState<String, Flood> floods;

    ControlFloods(AlarmSettings settings) {
        this.control = new FloodControl(settings.flood());
        this.siteSilence = new SiteSilence(settings);
    }

    @Override
    public void open(OpenContext context) {
        pending =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "pending-of-site",
                                        Types.LONG,
                                        Types.POJO(PendingSignals.class)));
        floods =
                getRuntimeContext()
                        .getMapState(
                                AlarmMemory.expiring(
                                        new MapStateDescriptor<>(
                                                "floods", Types.STRING, Types.POJO(Flood.class))));
        siteSilence.open(getRuntimeContext());
    }

    @Override
    public void processElement1(AlarmSignal signal, Context context, Collector<AlarmSignal> out)
            throws Exception {
        if (!FloodControl.concerns(signal)) {
            out.collect(signal);
            return;
        }
        // A silence is signalled after its time when the machine sends again before event time has
        // reached the end of the silence.
        boolean waits = control.holdS(signal.type()) > 0;
        if (signal.appliesAtOnce() || !waits && isLate(context)) {
            accept(signal, context, out);
            settle(signal.alarmKey(), signal.at(), out);
        } else {
            buffer(signal, waits ? signal.at().toEpochMilli() : context.timestamp(), context);
        }
    }

    private static boolean isLate(Context context) {
        return context.timestamp() <= context.timerService().currentWatermark();
    }

    private void buffer(AlarmSignal signal, long at, Context context) throws Exception {
        PendingSignals known = pending.get(at);
        pending.put(at, (known == null ? PendingSignals.NONE : known).with(signal));
        context.timerService().registerEventTimeTimer(at);
    }

    @Override
    public void processElement2(HeardMachine heard, Context context, Collector<AlarmSignal> out)
            throws Exception {
        siteSilence.heard(heard, context.timerService());
        Flood silence = floods.get(AlertType.SILENT_SENSOR.name());
        if (silence != null
                && silence.since() != null
                && silence.members().containsKey(heard.machineId())) {
            buffer(back(heard), heard.end().toEpochMilli(), context);
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<AlarmSignal> out)
            throws Exception {
        if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
            watchSite(at, context, out);
            return;
        }
        Set<String> keys = new TreeSet<>();
        PendingSignals now = pending.get(at);
        if (now != null) {
            pending.remove(at);
            for (AlarmSignal signal : now.inOrder()) {
                accept(signal, context, out);
                keys.add(signal.alarmKey());
            }
        }
        // The hold of a silence may end.
        keys.add(AlertType.SILENT_SENSOR.name());
        for (String key : keys) {
            settle(key, Instant.ofEpochMilli(at), out);
        }
    }

    private void accept(AlarmSignal signal, Context context, Collector<AlarmSignal> out)
            throws Exception {
        Flood before = floods.get(signal.alarmKey());
        Flood after =
                keep(
                        signal.alarmKey(),
                        control.accepted(before == null ? Flood.NONE : before, signal),
                        out);
        Instant held = after.nextHeldUntil();
        if (held != null && control.holdS(signal.type()) > 0) {
            context.timerService().registerEventTimeTimer(held.toEpochMilli());
        }
    }

    private void settle(String key, Instant now, Collector<AlarmSignal> out) throws Exception {
        Flood before = floods.get(key);
        if (before != null) {
            keep(key, control.settled(before, now), out);
        }
    }

    private Flood keep(String key, Flood.Step step, Collector<AlarmSignal> out) throws Exception {
        if (step.flood().isEmpty()) {
            floods.remove(key);
        } else {
            floods.put(key, step.flood());
        }
        step.signals().forEach(out::collect);
        return step.flood();
    }

    private void watchSite(long wallMs, OnTimerContext context, Collector<AlarmSignal> out)
            throws Exception {
        String key = AlertType.SILENT_SENSOR.name();
        Flood known = floods.get(key);
        Flood before = known == null ? Flood.NONE : known;
        Map<String, AlarmSignal> silences =
                siteSilence.after(wallMs, context.timerService(), before);
        if (!silences.isEmpty()) {
            Instant first =
                    silences.values().stream().map(AlarmSignal::at).min(Instant::compareTo).get();
            keep(key, control.silent(before, silences.values(), first), out);
        }
    }

    private static AlarmSignal back(HeardMachine heard) {
        return new AlarmSignal(
                heard.site(),
                heard.machineId(),
                AlertType.SILENT_SENSOR,
                Severity.INFO,
                heard.end(),
                false,
                "Telemetry received again",
                Map.of());
    }
}
