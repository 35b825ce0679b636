package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.PatternSettings;
import io.fueloptimine.models.alarm.rule.PlannedUnits;
import io.fueloptimine.models.alarm.rule.ShiftLoads;
import io.fueloptimine.models.alarm.rule.UnitActivity;
import io.fueloptimine.models.alarm.rule.UnitEvent;
import io.fueloptimine.models.alarm.rule.UnitHistory;
import io.fueloptimine.models.alarm.rule.UnitSignals;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Watches the loading units of a site. Key both streams by site.
 *
 * <ul>
 *   <li>OVERLOAD and UNDERLOAD of a unit: its loads of the shift against the 10/10/20 policy, after
 *       each load. Each is raised at most once per unit and shift, and is cleared at the end of the
 *       shift.
 *   <li>UNIT_HANG and UNIT_QUEUE: the hang of a unit and the trucks that wait at it, over the
 *       configured time, against the valid plan; every five minutes of event time. Without a valid
 *       plan nothing is expected, so nothing is judged.
 *   <li>PAYLOAD_BIAS of a truck: its loads against those of other trucks at the same units ({@link
 *       CompareScales}), after each load.
 * </ul>
 *
 * <p>Loads wait until the watermark passes their time and are then judged in the order of time,
 * unit and truck, so that the result does not depend on the order of their arrival; late ones are
 * judged at once.
 *
 * <p>State by site: waiting loads, the units' recent minutes and loads, what is raised, and the
 * latest plan. State expires after 90 days without data of the site ({@link AlarmMemory}).
 */
final class WatchUnits
        extends KeyedCoProcessFunction<String, UnitEvent, DispatchPlan, AlarmSignal> {

    private static final long serialVersionUID = 1L;

    /** At the end of a bounded input, nothing is known of the time after it. */
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final MineSites mines;
    private final AlarmSettings settings;
    private final PatternSettings limits;
    private transient MapState<Long, List<UnitEvent>> waiting;
    private transient MapState<String, UnitHistory> units;
    private transient MapState<String, Boolean> raised;
    private transient ValueState<PlannedUnits> plan;
    private transient CompareScales scales;

    WatchUnits(MineSites mines, AlarmSettings settings) {
        this.mines = mines;
        this.settings = settings;
        this.limits = settings.patterns();
    }

    @Override
    public void open(OpenContext context) {
        waiting =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "waiting-loads",
                                        Types.LONG,
                                        Types.LIST(Types.POJO(UnitEvent.class))));
        units =
                getRuntimeContext()
                        .getMapState(
                                AlarmMemory.expiring(
                                        new MapStateDescriptor<>(
                                                "units",
                                                Types.STRING,
                                                Types.POJO(UnitHistory.class))));
        raised =
                getRuntimeContext()
                        .getMapState(
                                AlarmMemory.expiring(
                                        new MapStateDescriptor<>(
                                                "raised", Types.STRING, Types.BOOLEAN)));
        plan =
                getRuntimeContext()
                        .getState(
                                AlarmMemory.expiring(
                                        new ValueStateDescriptor<>(
                                                "plan", Types.POJO(PlannedUnits.class))));
        scales = new CompareScales(getRuntimeContext(), limits);
    }

    @Override
    public void processElement1(UnitEvent event, Context context, Collector<AlarmSignal> out)
            throws Exception {
        long startMs = event.at().toEpochMilli() - 60_000;
        if (event.activity() != UnitActivity.LOAD) {
            units.put(event.unitId(), history(event.unitId()).with(event.activity(), startMs));
        } else if (context.timestamp() <= context.timerService().currentWatermark()) {
            judge(event, out);
        } else {
            await(event, context);
        }
        context.timerService().registerEventTimeTimer(nextMs(startMs));
    }

    private UnitHistory history(String unitId) throws Exception {
        UnitHistory known = units.get(unitId);
        return known == null ? UnitHistory.NONE : known;
    }

    private void await(UnitEvent load, Context context) throws Exception {
        List<UnitEvent> known = waiting.get(context.timestamp());
        List<UnitEvent> more = known == null ? new ArrayList<>() : new ArrayList<>(known);
        more.add(load);
        waiting.put(context.timestamp(), more);
        context.timerService().registerEventTimeTimer(context.timestamp());
    }

    private void judge(UnitEvent load, Collector<AlarmSignal> out) throws Exception {
        units.put(load.unitId(), withLoad(history(load.unitId()), load, out));
        scales.add(load, out);
    }

    @Override
    public void processElement2(DispatchPlan newPlan, Context context, Collector<AlarmSignal> out)
            throws Exception {
        Optional<MineSite> mine = mines.mine(newPlan.site());
        PlannedUnits known = plan.value();
        boolean newer = known == null || newPlan.madeAt().toEpochMilli() >= known.madeAtMs();
        if (mine.isPresent() && newer) {
            plan.update(PlannedUnits.of(newPlan, mine.get()));
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<AlarmSignal> out)
            throws Exception {
        judgeLoads(at, out);
        boolean ended = context.timerService().currentWatermark() == END_OF_INPUT;
        if (ended || Math.floorMod(at, UnitHistory.SPAN_MS) != 0) {
            return;
        }
        UnitSignals signals =
                new UnitSignals(context.getCurrentKey(), Instant.ofEpochMilli(at), settings);
        boolean known = false;
        for (Map.Entry<String, UnitHistory> unit : copyOfUnits()) {
            UnitHistory now = unit.getValue().since(at - signals.spanMs());
            now = endShift(unit.getKey(), now, signals, out);
            units.put(unit.getKey(), now);
            compareWithPlan(unit.getKey(), now, at, signals, out);
            known |= !now.spans().isEmpty() || now.shift() != null;
        }
        if (known) {
            context.timerService().registerEventTimeTimer(nextMs(at));
        }
    }

    private void judgeLoads(long at, Collector<AlarmSignal> out) throws Exception {
        List<UnitEvent> now = waiting.get(at);
        if (now == null) {
            return;
        }
        waiting.remove(at);
        List<UnitEvent> inOrder = new ArrayList<>(now);
        inOrder.sort(
                Comparator.comparing(UnitEvent::at)
                        .thenComparing(UnitEvent::unitId)
                        .thenComparing(UnitEvent::truckId));
        for (UnitEvent load : inOrder) {
            judge(load, out);
        }
    }

    private UnitHistory withLoad(UnitHistory history, UnitEvent event, Collector<AlarmSignal> out)
            throws Exception {
        long shiftMs = shiftStart(event.site(), event.at());
        UnitSignals signals = new UnitSignals(event.site(), event.at(), settings);
        UnitHistory current = history;
        if (current.shift() != null && current.shift().shiftStartMs() < shiftMs) {
            current = endShift(event.unitId(), current, signals, out);
        }
        if (current.shift() != null && current.shift().shiftStartMs() > shiftMs) {
            return current;
        }
        ShiftLoads before = current.shift() == null ? ShiftLoads.of(shiftMs) : current.shift();
        ShiftLoads loads =
                before.with(event.loadShare(), settings.overloadShare(), limits.underloadShare());
        if (loads.overloads(limits)) {
            raise(event.unitId(), AlertType.OVERLOAD, signals.overload(event.unitId(), loads), out);
        } else if (loads.underloads(limits)) {
            raise(
                    event.unitId(),
                    AlertType.UNDERLOAD,
                    signals.underload(event.unitId(), loads),
                    out);
        }
        return current.with(loads);
    }

    /** Ends a shift that is over: its alarms are cleared and its loads are forgotten. */
    private UnitHistory endShift(
            String unitId, UnitHistory history, UnitSignals signals, Collector<AlarmSignal> out)
            throws Exception {
        boolean over =
                history.shift() != null
                        && history.shift().shiftStartMs()
                                < shiftStart(signals.site(), signals.at());
        if (!over) {
            return history;
        }
        clear(unitId, AlertType.OVERLOAD, signals, out);
        clear(unitId, AlertType.UNDERLOAD, signals, out);
        return history.with((ShiftLoads) null);
    }

    private void compareWithPlan(
            String unitId,
            UnitHistory history,
            long at,
            UnitSignals signals,
            Collector<AlarmSignal> out)
            throws Exception {
        PlannedUnits expected = plan.value();
        if (expected == null || !expected.covers(unitId, at)) {
            clear(unitId, AlertType.UNIT_HANG, signals, out);
            clear(unitId, AlertType.UNIT_QUEUE, signals, out);
            return;
        }
        Optional<AlarmSignal> hang = signals.hang(unitId, history, expected);
        if (hang.isPresent()) {
            raise(unitId, AlertType.UNIT_HANG, hang.get(), out);
        } else if (signals.hangIsOver(unitId, history, expected)) {
            clear(unitId, AlertType.UNIT_HANG, signals, out);
        }
        Optional<AlarmSignal> queue = signals.queue(unitId, history, expected);
        if (queue.isPresent()) {
            raise(unitId, AlertType.UNIT_QUEUE, queue.get(), out);
        } else if (signals.queueIsOver(unitId, history, expected)) {
            clear(unitId, AlertType.UNIT_QUEUE, signals, out);
        }
    }

    private void raise(
            String unitId, AlertType type, AlarmSignal signal, Collector<AlarmSignal> out)
            throws Exception {
        if (!raised.contains(key(unitId, type))) {
            raised.put(key(unitId, type), true);
            out.collect(signal);
        }
    }

    private void clear(
            String unitId, AlertType type, UnitSignals signals, Collector<AlarmSignal> out)
            throws Exception {
        if (raised.contains(key(unitId, type))) {
            raised.remove(key(unitId, type));
            out.collect(signals.gone(unitId, type));
        }
    }

    private List<Map.Entry<String, UnitHistory>> copyOfUnits() throws Exception {
        List<Map.Entry<String, UnitHistory>> copy = new ArrayList<>();
        for (Map.Entry<String, UnitHistory> unit : units.entries()) {
            copy.add(Map.entry(unit.getKey(), unit.getValue()));
        }
        copy.sort(Map.Entry.comparingByKey());
        return copy;
    }

    private long shiftStart(String site, Instant at) {
        DigPlan shifts = mines.mine(site).map(MineSite::digPlan).orElse(DigPlan.of());
        return shifts.shiftStart(at).toEpochMilli();
    }

    private static String key(String unitId, AlertType type) {
        return type + "/" + unitId;
    }

    private static long nextMs(long ms) {
        return (Math.floorDiv(ms, UnitHistory.SPAN_MS) + 1) * UnitHistory.SPAN_MS;
    }
}
