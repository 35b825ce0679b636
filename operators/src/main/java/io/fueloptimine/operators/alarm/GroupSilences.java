package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.PendingSignals;
import io.fueloptimine.models.alarm.SilentMachine;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Replaces the silences of many machines at once by one signal of their site, which has one cause:
 * a broker, a network or a gateway. Key the signals of {@link WatchSilence} by site.
 *
 * <p>A silence waits for {@code silenceHoldS} of event time. If the machine sends again before
 * that, nothing is signalled. If {@code silenceGroup} machines or more of the site are silent then,
 * one signal of the site names them; machines that become silent later belong to it. It ends when
 * fewer than {@code silenceGroup} of them are silent; those wait again, and are then signalled one
 * by one.
 *
 * <p>Signals are processed in event time. When all machines of all sites are silent, event time
 * stops; the common silence is then signalled, and ended, when they send again.
 *
 * <p>State by site: signals that wait for the watermark, and the silent machines, which are
 * forgotten like raised alarms ({@link AlarmMemory}).
 */
final class GroupSilences extends KeyedProcessFunction<String, AlarmSignal, AlarmSignal> {

    /** The variant of the texts. */
    private static final String COMMON = "common";

    private final long holdMs;
    private final int fewest;
    private transient MapState<Long, PendingSignals> pending;
    private transient MapState<String, SilentMachine> silent;
    private transient ValueState<Boolean> grouped;

    GroupSilences(AlarmSettings settings) {
        this.holdMs = settings.silenceHoldS() * 1_000L;
        this.fewest = settings.silenceGroup();
    }

    @Override
    public void open(OpenContext context) {
        pending =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "pending-silences",
                                        Types.LONG,
                                        Types.POJO(PendingSignals.class)));
        silent =
                getRuntimeContext()
                        .getMapState(
                                AlarmMemory.expiring(
                                        new MapStateDescriptor<>(
                                                "silent-machines",
                                                Types.STRING,
                                                Types.POJO(SilentMachine.class))));
        grouped =
                getRuntimeContext()
                        .getState(
                                AlarmMemory.expiring(
                                        new ValueStateDescriptor<>(
                                                "common-silence", Types.BOOLEAN)));
    }

    @Override
    public void processElement(AlarmSignal signal, Context context, Collector<AlarmSignal> out)
            throws Exception {
        long at = signal.at().toEpochMilli();
        PendingSignals known = pending.get(at);
        pending.put(at, (known == null ? PendingSignals.NONE : known).with(signal));
        context.timerService().registerEventTimeTimer(at);
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<AlarmSignal> out)
            throws Exception {
        PendingSignals now = pending.get(at);
        if (now != null) {
            pending.remove(at);
            for (AlarmSignal signal : now.inOrder()) {
                if (!signal.present()) {
                    end(signal, context, out);
                } else if (!silent.contains(signal.machineId())) {
                    hold(signal, signal.at(), context);
                }
            }
        }
        if (grouped.value() == null) {
            signalWhoseHoldEnds(Instant.ofEpochMilli(at), context.getCurrentKey(), out);
        }
    }

    private void hold(AlarmSignal signal, Instant from, Context context) throws Exception {
        Instant until = from.plusMillis(holdMs);
        silent.put(signal.machineId(), new SilentMachine(signal, until, false));
        context.timerService().registerEventTimeTimer(until.toEpochMilli());
    }

    private void end(AlarmSignal gone, Context context, Collector<AlarmSignal> out)
            throws Exception {
        SilentMachine machine = silent.get(gone.machineId());
        silent.remove(gone.machineId());
        if (machine == null || machine.raised()) {
            out.collect(gone);
            return;
        }
        List<SilentMachine> left = notRaised();
        if (grouped.value() != null && left.size() < fewest) {
            grouped.clear();
            for (SilentMachine other : left) {
                hold(other.signal(), gone.at(), context);
            }
            out.collect(common(gone.site(), gone.at(), false, Severity.INFO, List.of()));
        }
    }

    private void signalWhoseHoldEnds(Instant now, String site, Collector<AlarmSignal> out)
            throws Exception {
        List<SilentMachine> waiting = notRaised();
        List<SilentMachine> due =
                waiting.stream().filter(machine -> !machine.heldUntil().isAfter(now)).toList();
        if (due.isEmpty()) {
            return;
        }
        if (waiting.size() >= fewest) {
            grouped.update(true);
            Instant first = waiting.get(0).signal().at();
            out.collect(common(site, first, true, Severity.CRITICAL, waiting));
            return;
        }
        for (SilentMachine machine : due) {
            silent.put(machine.signal().machineId(), machine.asRaised());
            out.collect(machine.signal());
        }
    }

    /** The silent machines without an alarm of their own, the longest silence first. */
    private List<SilentMachine> notRaised() throws Exception {
        List<SilentMachine> machines = new ArrayList<>();
        for (SilentMachine machine : silent.values()) {
            if (!machine.raised()) {
                machines.add(machine);
            }
        }
        machines.sort(
                Comparator.comparing((SilentMachine machine) -> machine.signal().at())
                        .thenComparing(machine -> machine.signal().machineId()));
        return machines;
    }

    private static AlarmSignal common(
            String site,
            Instant at,
            boolean present,
            Severity severity,
            List<SilentMachine> machines) {
        String names =
                machines.stream()
                        .map(machine -> machine.signal().machineId())
                        .sorted()
                        .collect(Collectors.joining(", "));
        return new AlarmSignal(
                        site,
                        null,
                        AlertType.SILENT_SENSOR,
                        severity,
                        at,
                        present,
                        present
                                ? machines.size()
                                        + " machines send no telemetry; check broker, network and gateway: "
                                        + names
                                : "Telemetry received again",
                        present ? Map.of("machines", (double) machines.size()) : Map.of())
                .withText(COMMON, Map.of("names", names));
    }
}
