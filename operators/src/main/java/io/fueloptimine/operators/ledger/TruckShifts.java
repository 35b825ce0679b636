package io.fueloptimine.operators.ledger;

import io.fueloptimine.models.dispatch.ledger.ShiftTimes;
import io.fueloptimine.models.dispatch.ledger.ShiftWork;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.quality.hour.LateForShift;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Adds up what one truck did and burnt in each shift, and emits it when the shift is closed: after
 * its end, the allowed lateness of windows and cycles, and one minute. A window that is revised
 * until then replaces the one before. Windows and cycles of a closed shift are emitted on {@link
 * #LATE}.
 *
 * <p>Key both streams by the machine's key. State per truck: the windows and cycles of open shifts
 * and the last dump, which expire after a week without data of the truck. Metric: {@code
 * lateForLedger}.
 */
final class TruckShifts extends KeyedCoProcessFunction<String, HaulCycle, ScoredWindow, ShiftWork> {

    /** The side output for windows and cycles of a closed shift. */
    static final OutputTag<QualityRecord> LATE =
            new OutputTag<>("too-late-for-ledger") {
                private static final long serialVersionUID = 1L;
            };

    private static final long serialVersionUID = 1L;
    private static final String LATE_RULE = "too-late-for-ledger";
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final long MARGIN_MS = 60_000;

    private final HashMap<String, ShiftTimes> shifts;
    private final long latenessMs;

    private transient MapState<Long, WindowFuel> windows;
    private transient MapState<Long, ShiftWork> cycles;
    private transient ValueState<String> lastDump;
    private transient Counter late;

    /**
     * @param shifts the shifts by site; other sites are ignored
     * @param lateness the allowed lateness of windows and cycles
     */
    TruckShifts(Map<String, ShiftTimes> shifts, Duration lateness) {
        this.shifts = new HashMap<>(shifts);
        latenessMs = lateness.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        windows = expiring("windows", WindowFuel.class);
        cycles = expiring("cycles", ShiftWork.class);
        ValueStateDescriptor<String> dump = new ValueStateDescriptor<>("last-dump", Types.STRING);
        dump.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        lastDump = getRuntimeContext().getState(dump);
        late = getRuntimeContext().getMetricGroup().counter("lateForLedger");
    }

    private <T> MapState<Long, T> expiring(String name, Class<T> type) {
        MapStateDescriptor<Long, T> descriptor =
                new MapStateDescriptor<>(name, Types.LONG, Types.POJO(type));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        return getRuntimeContext().getMapState(descriptor);
    }

    @Override
    public void processElement1(HaulCycle cycle, Context context, Collector<ShiftWork> out)
            throws Exception {
        ShiftTimes times = shifts.get(cycle.site());
        if (times == null || cycle.loadLocationId() == null || cycle.dumpLocationId() == null) {
            return;
        }
        long startMs = times.startMs(cycle.emptyAt());
        if (isClosed(times, startMs, context)) {
            late.inc();
            context.output(
                    LATE,
                    LateForShift.record(
                            cycle.cycleId(),
                            cycle,
                            ReadingStream.CYCLE,
                            "emptyAt",
                            cycle.emptyAt(),
                            LATE_RULE));
            return;
        }
        ShiftWork before = cycles.get(startMs);
        ShiftWork work = before == null ? times.blank(cycle.site(), startMs) : before;
        cycles.put(startMs, work.with(cycle, lastDump.value()));
        lastDump.update(cycle.dumpLocationId());
        closeLater(times, startMs, context);
    }

    @Override
    public void processElement2(ScoredWindow scored, Context context, Collector<ShiftWork> out)
            throws Exception {
        FuelWindow window = scored.window();
        ShiftTimes times = shifts.get(window.site());
        if (times == null || window.kind() != EquipmentKind.HAULTRUCK) {
            return;
        }
        long startMs = times.startMs(window.start());
        if (isClosed(times, startMs, context)) {
            late.inc();
            String id = window.machineKey() + "/" + window.start() + "/" + window.revision();
            context.output(
                    LATE,
                    LateForShift.record(
                            id,
                            window,
                            ReadingStream.TELEMETRY,
                            "start",
                            window.start(),
                            LATE_RULE));
            return;
        }
        windows.put(window.start().toEpochMilli(), WindowFuel.of(window));
        closeLater(times, startMs, context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ShiftWork> out)
            throws Exception {
        String key = context.getCurrentKey();
        String site = key.substring(0, key.indexOf('/'));
        ShiftTimes times = shifts.get(site);
        long startMs = timestamp - latenessMs - MARGIN_MS - times.lengthMs();
        ShiftWork work = cycles.get(startMs);
        cycles.remove(startMs);
        if (work == null) {
            work = times.blank(site, startMs);
        }
        List<Long> taken = new ArrayList<>();
        for (Map.Entry<Long, WindowFuel> window : windows.entries()) {
            long offsetMs = window.getKey() - startMs;
            if (offsetMs >= 0 && offsetMs < times.lengthMs()) {
                WindowFuel fuel = window.getValue();
                work = work.with(fuel.state(), fuel.litres(), fuel.coveredS());
                taken.add(window.getKey());
            }
        }
        for (Long window : taken) {
            windows.remove(window);
        }
        out.collect(work);
    }

    private boolean isClosed(ShiftTimes times, long startMs, Context context) {
        return closesAtMs(times, startMs) <= context.timerService().currentWatermark();
    }

    private void closeLater(ShiftTimes times, long startMs, Context context) {
        context.timerService().registerEventTimeTimer(closesAtMs(times, startMs));
    }

    private long closesAtMs(ShiftTimes times, long startMs) {
        return startMs + times.lengthMs() + latenessMs + MARGIN_MS;
    }
}
