package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.PendingSignals;
import io.fueloptimine.models.alarm.lifecycle.AlarmLife;
import io.fueloptimine.models.alarm.lifecycle.CheckedCommand;
import io.fueloptimine.models.alarm.lifecycle.CommandCheck;
import io.fueloptimine.models.alarm.lifecycle.LifecycleSettings;
import io.fueloptimine.models.alarm.rule.MinutesOfAlarms;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertCommand;
import io.fueloptimine.models.mine.alarm.AlertCommandAnswer;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.input.FieldFault;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the alarms: applies the signals of detectors and of other jobs, and the commands of people,
 * to the {@link AlarmLife} of the alarm. All of them are keyed by machine (or site), so that one
 * subtask alone decides about an alarm. There is at most one alarm per machine, type and cause at a
 * time. Repeated signals are dropped; each change is emitted with the id of the alarm.
 *
 * <p>Most detectors also emit a signal when a condition is gone. A matched sequence (theft, idling,
 * failing machine) emits no such signal; this class clears its alarm after several consecutive
 * minutes without the condition.
 *
 * <p>Detectors run in parallel, so their signals are first sorted by event time. Equal readings
 * therefore result in equal alarms, independent of the order of arrival. Commands, notes, the
 * signals of other jobs and signals without an event time take effect at once, in the order of
 * their arrival.
 *
 * <p>State: signals that wait for the watermark, and the alarms that have not ended. An alarm is
 * forgotten after 90 days without data of its machine ({@link AlarmMemory}).
 */
public final class RaiseAndClearAlarms
        extends KeyedCoProcessFunction<String, AlarmSignal, MinuteOrCommand, Alert> {

    /** The answers to commands. */
    public static final OutputTag<AlertCommandAnswer> ANSWERS =
            new OutputTag<>("command-answers", TypeInformation.of(AlertCommandAnswer.class));

    private static final long serialVersionUID = 2L;

    private final AlarmSettings settings;
    private final LifecycleSettings lifecycle;
    private transient MapState<Long, PendingSignals> pending;
    private transient MapState<String, AlarmLife> lives;
    private transient AlarmMetrics metrics;

    RaiseAndClearAlarms(AlarmSettings settings, LifecycleSettings lifecycle) {
        this.settings = settings;
        this.lifecycle = lifecycle;
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
        lives =
                getRuntimeContext()
                        .getMapState(
                                AlarmMemory.expiring(
                                        new MapStateDescriptor<>(
                                                "alarms",
                                                Types.STRING,
                                                Types.POJO(AlarmLife.class))));
        metrics = new AlarmMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement1(AlarmSignal signal, Context context, Collector<Alert> out)
            throws Exception {
        if (signal.appliesAtOnce() || context.timestamp() == null) {
            Instant now = eventTime(context.timerService(), signal.at());
            apply(signal, now, context.timerService(), out);
        } else if (context.timestamp() <= context.timerService().currentWatermark()) {
            apply(signal, signal.at(), context.timerService(), out);
        } else {
            buffer(context, pendingAt(context.timestamp()).with(signal));
        }
    }

    @Override
    public void processElement2(MinuteOrCommand input, Context context, Collector<Alert> out)
            throws Exception {
        if (input.minute() != null) {
            buffer(context, pendingAt(context.timestamp()).with(input.minute()));
        } else {
            carryOut(input.command(), context, out);
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<Alert> out) throws Exception {
        TimerService timers = context.timerService();
        if (timers.currentWatermark() != Long.MAX_VALUE) {
            applyTime(at, timers, out);
        }
        PendingSignals now = pending.get(at);
        if (now == null) {
            return;
        }
        pending.remove(at);
        for (AlarmSignal signal : now.inOrder()) {
            apply(signal, signal.at(), timers, out);
        }
        if (now.minute() != null) {
            apply(now.minute(), timers, out);
        }
    }

    /** Ends shelving and escalates. The end of a bounded input is not the end of all time. */
    private void applyTime(long at, TimerService timers, Collector<Alert> out) throws Exception {
        for (Map.Entry<String, AlarmLife> alarm : alarms().entrySet()) {
            AlarmLife life = alarm.getValue();
            update(
                    alarm.getKey(),
                    life,
                    life.elapsed(Instant.ofEpochMilli(at), lifecycle),
                    timers,
                    out);
        }
    }

    /** The event time, or another time before event time has begun. */
    private static Instant eventTime(TimerService timers, Instant otherwise) {
        long watermark = timers.currentWatermark();
        return watermark == Long.MIN_VALUE || watermark == Long.MAX_VALUE
                ? otherwise
                : Instant.ofEpochMilli(watermark);
    }

    private PendingSignals pendingAt(long at) throws Exception {
        PendingSignals signals = pending.get(at);
        return signals == null ? PendingSignals.NONE : signals;
    }

    private void buffer(Context context, PendingSignals signals) throws Exception {
        pending.put(context.timestamp(), signals);
        context.timerService().registerEventTimeTimer(context.timestamp());
    }

    /** A copy, because the state changes while it is read. */
    private Map<String, AlarmLife> alarms() throws Exception {
        Map<String, AlarmLife> copy = new HashMap<>();
        for (Map.Entry<String, AlarmLife> entry : lives.entries()) {
            copy.put(entry.getKey(), entry.getValue());
        }
        return copy;
    }

    private void apply(AlarmSignal signal, Instant now, TimerService timers, Collector<Alert> out)
            throws Exception {
        String key = signal.alarmKey();
        AlarmLife life = lives.get(key);
        if (!signal.present()) {
            if (life != null && life.active()) {
                AlarmLife cleared = life.cleared(signal.at());
                update(key, life, cleared, timers, out);
                update(key, cleared, cleared.grouped(false, signal.at()), timers, out);
            }
        } else if (life == null) {
            update(key, null, grouped(AlarmLife.raised(signal, now), signal), timers, out);
        } else if (life.active()) {
            update(key, life, grouped(life.repeated(signal, lifecycle), signal), timers, out);
        } else if (life.continues(signal.at(), lifecycle)) {
            update(key, life, grouped(life.returned(signal, now), signal), timers, out);
        } else {
            update(key, life, life.replaced(signal.at()), timers, out);
            update(key, null, grouped(AlarmLife.raised(signal, now), signal), timers, out);
        }
    }

    private static AlarmLife grouped(AlarmLife life, AlarmSignal signal) {
        return life.grouped(signal.grouped(), signal.at());
    }

    private void apply(MachineMinute minute, TimerService timers, Collector<Alert> out)
            throws Exception {
        for (Map.Entry<String, AlarmLife> alarm : alarms().entrySet()) {
            AlarmLife life = alarm.getValue();
            AlertType type = life.alert().type();
            if (life.active() && !minute.start().isBefore(life.activeSince())) {
                AlarmLife next = MinutesOfAlarms.areClearing(type) ? counted(life, minute) : life;
                if (MinutesOfAlarms.suppressParked(type)) {
                    next = next.parked(minute.parkedOff(), minute.end());
                }
                update(alarm.getKey(), life, next, timers, out);
            }
        }
    }

    private AlarmLife counted(AlarmLife life, MachineMinute minute) {
        boolean good = MinutesOfAlarms.isGood(life.alert().type(), minute, settings);
        int goodMin = good ? life.goodMin() + 1 : 0;
        if (goodMin >= settings.clearMin()) {
            return life.cleared(minute.end());
        }
        return goodMin == life.goodMin() ? life : life.withGoodMin(goodMin);
    }

    private void carryOut(CheckedCommand checked, Context context, Collector<Alert> out)
            throws Exception {
        if (checked.command() == null) {
            answer(checked.refusal(), context);
            return;
        }
        AlertCommand command = checked.command();
        for (Map.Entry<String, AlarmLife> alarm : alarms().entrySet()) {
            if (alarm.getValue().alert().alertId().equals(command.alertId())) {
                carryOut(command, alarm.getKey(), alarm.getValue(), context, out);
                return;
            }
        }
        answer(command, faults(command, null, context), context);
    }

    private void carryOut(
            AlertCommand command, String key, AlarmLife life, Context context, Collector<Alert> out)
            throws Exception {
        List<FieldFault> faults = faults(command, life, context);
        if (faults.isEmpty()) {
            update(key, life, life.commanded(command), context.timerService(), out);
        }
        answer(command, faults, context);
    }

    private List<FieldFault> faults(AlertCommand command, AlarmLife life, Context context) {
        Instant now = eventTime(context.timerService(), command.at());
        return CommandCheck.faults(command, life, now, lifecycle);
    }

    private void answer(AlertCommand command, List<FieldFault> faults, Context context) {
        answer(
                faults.isEmpty()
                        ? AlertCommandAnswer.accepted(command)
                        : AlertCommandAnswer.refused(
                                command.commandId(), command.alertId(), faults),
                context);
    }

    private void answer(AlertCommandAnswer answer, Context context) {
        metrics.answered(answer.accepted());
        context.output(ANSWERS, answer);
    }

    /** Keeps the next life of an alarm, and emits its alert if that has changed. */
    private void update(
            String key, AlarmLife before, AlarmLife next, TimerService timers, Collector<Alert> out)
            throws Exception {
        if (next.equals(before)) {
            return;
        }
        if (next.ended()) {
            lives.remove(key);
        } else {
            lives.put(key, next);
            Instant due = next.due(lifecycle);
            if (due != null) {
                timers.registerEventTimeTimer(due.toEpochMilli());
            }
        }
        if (before == null || !next.alert().equals(before.alert())) {
            metrics.changed(next);
            out.collect(next.alert());
        }
    }
}
