package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.OpenAlarm;
import io.fueloptimine.models.alarm.PendingSignals;
import io.fueloptimine.models.mine.Alert;
import io.fueloptimine.models.mine.AlertType;
import io.fueloptimine.models.mine.Severity;
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
 * Makes alarms of what the detectors say: at most one of a type is open per machine, a repeat is
 * swallowed, a worse severity is told under the same id, and the end is told once.
 *
 * <p>Detectors that know both ends say so themselves. A matched sequence (theft, idling, failing
 * machine) knows only its beginning; its end is read here from the machine's own minutes, once they
 * have been good for a while.
 *
 * <p>Detectors run side by side, so what they say is put in order of event time first: the same
 * readings make the same alarms, whoever spoke first.
 */
public final class OpenAlarms
        extends KeyedCoProcessFunction<String, AlarmSignal, MachineMinute, Alert> {

    private final AlarmSettings settings;
    private transient MapState<Long, PendingSignals> pending;
    private transient MapState<AlertType, OpenAlarm> open;
    private transient Counter alarmsRaised;
    private transient Counter alarmsCleared;

    OpenAlarms(AlarmSettings settings) {
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
                                new MapStateDescriptor<>(
                                        "open-alarms",
                                        Types.ENUM(AlertType.class),
                                        Types.POJO(OpenAlarm.class)));
        alarmsRaised = getRuntimeContext().getMetricGroup().counter("alarmsRaised");
        alarmsCleared = getRuntimeContext().getMetricGroup().counter("alarmsCleared");
    }

    @Override
    public void processElement1(AlarmSignal signal, Context context, Collector<Alert> out)
            throws Exception {
        if (context.timestamp() <= context.timerService().currentWatermark()) {
            take(signal, out);
            return;
        }
        await(context, pendingAt(context.timestamp()).with(signal));
    }

    @Override
    public void processElement2(MachineMinute minute, Context context, Collector<Alert> out)
            throws Exception {
        await(context, pendingAt(context.timestamp()).with(minute));
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<Alert> out) throws Exception {
        PendingSignals now = pendingAt(at);
        pending.remove(at);
        for (AlarmSignal signal : now.inOrder()) {
            take(signal, out);
        }
        if (now.minute() != null) {
            take(now.minute(), out);
        }
    }

    private PendingSignals pendingAt(long at) throws Exception {
        PendingSignals known = pending.get(at);
        return known == null ? PendingSignals.NONE : known;
    }

    private void await(Context context, PendingSignals signals) throws Exception {
        pending.put(context.timestamp(), signals);
        context.timerService().registerEventTimeTimer(context.timestamp());
    }

    private void take(AlarmSignal signal, Collector<Alert> out) throws Exception {
        OpenAlarm current = open.get(signal.type());
        if (!signal.present()) {
            if (current != null) {
                clear(current.alert(), signal.at(), out);
            }
        } else if (current == null) {
            alarmsRaised.inc();
            tell(alert(signal, signal.at(), signal.severity()), out);
        } else if (signal.severity().compareTo(current.alert().severity()) > 0) {
            tell(alert(signal, current.alert().raisedAt(), signal.severity()), out);
        } else if (current.goodMin() > 0) {
            open.put(signal.type(), new OpenAlarm(current.alert(), 0));
        }
    }

    private void take(MachineMinute minute, Collector<Alert> out) throws Exception {
        List<OpenAlarm> watched = new ArrayList<>();
        for (Map.Entry<AlertType, OpenAlarm> entry : open.entries()) {
            boolean newer = minute.start().compareTo(entry.getValue().alert().raisedAt()) >= 0;
            if (newer && endsByMinutes(entry.getKey())) {
                watched.add(entry.getValue());
            }
        }
        for (OpenAlarm alarm : watched) {
            step(alarm, minute, out);
        }
    }

    private void step(OpenAlarm alarm, MachineMinute minute, Collector<Alert> out)
            throws Exception {
        AlertType type = alarm.alert().type();
        int goodMin = good(type, minute) ? alarm.goodMin() + 1 : 0;
        if (goodMin >= settings.clearMin()) {
            clear(alarm.alert(), minute.end(), out);
        } else if (goodMin != alarm.goodMin()) {
            open.put(type, new OpenAlarm(alarm.alert(), goodMin));
        }
    }

    private static boolean endsByMinutes(AlertType type) {
        return type == AlertType.FUEL_THEFT
                || type == AlertType.LONG_IDLE
                || type == AlertType.FAILING_MACHINE;
    }

    private boolean good(AlertType type, MachineMinute minute) {
        return switch (type) {
            case FUEL_THEFT -> !minute.parkedOff();
            case LONG_IDLE -> !LongIdle.idles(minute, settings);
            case FAILING_MACHINE -> FailingMachine.well(minute, settings);
            default -> false;
        };
    }

    private void tell(Alert alert, Collector<Alert> out) throws Exception {
        open.put(alert.type(), new OpenAlarm(alert, 0));
        out.collect(alert);
    }

    private void clear(Alert alert, Instant at, Collector<Alert> out) throws Exception {
        open.remove(alert.type());
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
                        alert.evidence()));
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
                signal.evidence());
    }
}
