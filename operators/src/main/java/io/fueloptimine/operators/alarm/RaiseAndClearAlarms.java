package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.OpenAlarm;
import io.fueloptimine.models.alarm.PendingSignals;
import io.fueloptimine.models.alarm.text.AlarmTexts;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises and clears alarms according to the signals of detectors and of other jobs. At most one
 * alarm per type and machine (or site) is raised at a time. Repeated signals are dropped, an
 * increase of the severity is emitted with the same id, and the end of the alarm is emitted once.
 *
 * <p>Most detectors also emit a signal when a condition is gone. A matched sequence (theft, idling,
 * failing machine) emits no such signal; this class clears its alarm after several consecutive
 * minutes without the condition.
 *
 * <p>Detectors run in parallel, so their signals are first sorted by event time. Equal readings
 * therefore result in equal alarms, independent of the order of arrival. The signals of other jobs
 * take effect at once, in the order of their topic, because their times are not event times of
 * readings.
 *
 * <p>State: signals that wait for the watermark, and the raised alarms. Only a signal or minutes
 * without the condition clear a raised alarm; it is forgotten after 90 days without data of its
 * machine, and then stays open in the topic ({@link AlarmMemory}).
 */
public final class RaiseAndClearAlarms
        extends KeyedCoProcessFunction<String, AlarmSignal, MachineMinute, Alert> {

    private final AlarmSettings settings;
    private transient MapState<Long, PendingSignals> pending;
    private transient MapState<String, OpenAlarm> open;
    private transient Counter alarmsRaised;
    private transient Counter alarmsCleared;

    RaiseAndClearAlarms(AlarmSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        pending =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "pending-signals",
                                        Types.LONG,
                                        Types.POJO(PendingSignals.class)));
        open =
                getRuntimeContext()
                        .getMapState(
                                AlarmMemory.expiring(
                                        new MapStateDescriptor<>(
                                                "open-alarms",
                                                Types.STRING,
                                                Types.POJO(OpenAlarm.class))));
        alarmsRaised = getRuntimeContext().getMetricGroup().counter("alarmsRaised");
        alarmsCleared = getRuntimeContext().getMetricGroup().counter("alarmsCleared");
    }

    @Override
    public void processElement1(AlarmSignal signal, Context context, Collector<Alert> out)
            throws Exception {
        if (appliesAtOnce(signal.type())
                || context.timestamp() <= context.timerService().currentWatermark()) {
            apply(signal, out);
            return;
        }
        buffer(context, pendingAt(context.timestamp()).with(signal));
    }

    @Override
    public void processElement2(MachineMinute minute, Context context, Collector<Alert> out)
            throws Exception {
        buffer(context, pendingAt(context.timestamp()).with(minute));
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<Alert> out) throws Exception {
        PendingSignals now = pendingAt(at);
        pending.remove(at);
        for (AlarmSignal signal : now.inOrder()) {
            apply(signal, out);
        }
        if (now.minute() != null) {
            apply(now.minute(), out);
        }
    }

    /** Whether signals of a type are not bound to event time: those of other jobs and of people. */
    private static boolean appliesAtOnce(AlertType type) {
        return type.isReported() || type == AlertType.NOTE;
    }

    private PendingSignals pendingAt(long at) throws Exception {
        PendingSignals signals = pending.get(at);
        return signals == null ? PendingSignals.NONE : signals;
    }

    private void buffer(Context context, PendingSignals signals) throws Exception {
        pending.put(context.timestamp(), signals);
        context.timerService().registerEventTimeTimer(context.timestamp());
    }

    private void apply(AlarmSignal signal, Collector<Alert> out) throws Exception {
        OpenAlarm current = open.get(signal.alarmKey());
        if (!signal.present()) {
            if (current != null) {
                clear(signal.alarmKey(), current.alert(), signal.at(), out);
            }
        } else if (current == null) {
            alarmsRaised.inc();
            emit(signal.alarmKey(), alert(signal, signal.at(), signal.severity()), out);
        } else if (signal.severity().compareTo(current.alert().severity()) > 0) {
            emit(
                    signal.alarmKey(),
                    alert(signal, current.alert().raisedAt(), signal.severity()),
                    out);
        } else if (current.goodMin() > 0) {
            open.put(signal.alarmKey(), new OpenAlarm(current.alert(), 0));
        }
    }

    private void apply(MachineMinute minute, Collector<Alert> out) throws Exception {
        List<OpenAlarm> candidates = new ArrayList<>();
        for (Map.Entry<String, OpenAlarm> entry : open.entries()) {
            boolean newer = minute.start().compareTo(entry.getValue().alert().raisedAt()) >= 0;
            if (newer && isClearedByMinutes(entry.getValue().alert().type())) {
                candidates.add(entry.getValue());
            }
        }
        for (OpenAlarm alarm : candidates) {
            countGoodMinute(alarm, minute, out);
        }
    }

    private void countGoodMinute(OpenAlarm alarm, MachineMinute minute, Collector<Alert> out)
            throws Exception {
        AlertType type = alarm.alert().type();
        int goodMin = isGood(type, minute) ? alarm.goodMin() + 1 : 0;
        if (goodMin >= settings.clearMin()) {
            clear(type.name(), alarm.alert(), minute.end(), out);
        } else if (goodMin != alarm.goodMin()) {
            open.put(type.name(), new OpenAlarm(alarm.alert(), goodMin));
        }
    }

    private static boolean isClearedByMinutes(AlertType type) {
        return type == AlertType.FUEL_THEFT || type == AlertType.LONG_IDLE;
    }

    private boolean isGood(AlertType type, MachineMinute minute) {
        return switch (type) {
            case FUEL_THEFT -> !minute.parkedOff();
            case LONG_IDLE -> !LongIdle.isIdle(minute, settings);
            default -> false;
        };
    }

    private void emit(String key, Alert alert, Collector<Alert> out) throws Exception {
        open.put(key, new OpenAlarm(alert, 0));
        out.collect(alert);
    }

    private void clear(String key, Alert alert, Instant at, Collector<Alert> out) throws Exception {
        open.remove(key);
        alarmsCleared.inc();
        out.collect(
                new Alert(
                        alert.alertId(),
                        alert.site(),
                        alert.machineId(),
                        alert.type(),
                        alert.severity(),
                        alert.raisedAt(),
                        at,
                        alert.message(),
                        alert.evidence(),
                        alert.en(),
                        alert.es()));
    }

    private static Alert alert(AlarmSignal signal, Instant raisedAt, Severity severity) {
        return new Alert(
                Alert.idOf(signal.type(), signal.machineKey(), raisedAt),
                signal.site(),
                signal.machineId(),
                signal.type(),
                severity,
                raisedAt,
                null,
                signal.message(),
                signal.evidence(),
                AlarmTexts.ENGLISH.of(signal),
                AlarmTexts.SPANISH.of(signal));
    }
}
