package io.fueloptimine.operators.advice;

import io.fueloptimine.models.dispatch.ledger.ShiftTimes;
import io.fueloptimine.models.dispatch.outlier.ResidualCell;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds up the windows of trucks by machine, operator and shift, and emits the sums of the newest
 * shifts when a shift is closed: after its end, the allowed lateness of windows, and one minute.
 * Only trucks of the mine files are counted.
 *
 * <p>A window that is revised replaces the one before. Windows of a closed shift are not counted;
 * they are in SQL and on {@code fuel.scores}.
 *
 * <p>Key the stream by site. State per site: the sums of the newest shifts, and the windows that
 * may still be revised. A timer removes windows, and a shift when it is too old; all of it expires
 * 30 days after the site's last window. Metric: {@code windowsTooLate}.
 */
final class SumConsumption extends KeyedProcessFunction<String, ScoredWindow, ConsumptionCells> {

    private static final long serialVersionUID = 1L;
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final long MARGIN_MS = 60_000;

    private final MineSites mines;
    private final HashMap<String, ShiftTimes> shifts;
    private final AdviceSettings settings;
    private final long latenessMs;

    private transient MapState<Long, Map<String, ResidualCell>> cells;
    private transient MapState<Long, Map<String, ResidualCell>> windows;
    private transient Counter tooLate;

    SumConsumption(
            MineSites mines,
            Map<String, ShiftTimes> shifts,
            AdviceSettings settings,
            Duration lateness) {
        this.mines = mines;
        this.shifts = new HashMap<>(shifts);
        this.settings = settings;
        latenessMs = lateness.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        cells = expiring("consumption-by-shift");
        windows = expiring("consumption-by-minute");
        tooLate = getRuntimeContext().getMetricGroup().counter("windowsTooLate");
    }

    private MapState<Long, Map<String, ResidualCell>> expiring(String name) {
        MapStateDescriptor<Long, Map<String, ResidualCell>> descriptor =
                new MapStateDescriptor<>(
                        name,
                        Types.LONG,
                        Types.MAP(Types.STRING, TypeInformation.of(ResidualCell.class)));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        return getRuntimeContext().getMapState(descriptor);
    }

    @Override
    public void processElement(
            ScoredWindow scored, Context context, Collector<ConsumptionCells> out)
            throws Exception {
        FuelWindow window = scored.window();
        ShiftTimes times = shifts.get(window.site());
        if (!settings.ranksConsumption() || times == null || !isKnownTruck(window)) {
            return;
        }
        long startMs = times.startMs(window.start());
        if (closesAt(times, startMs) <= context.timerService().currentWatermark()) {
            tooLate.inc();
            return;
        }
        ResidualCell counted = cell(scored, startMs);
        Map<String, ResidualCell> ofShift = copy(cells.get(startMs));
        Map<String, ResidualCell> ofMinute = copy(windows.get(window.start().toEpochMilli()));
        ResidualCell before = ofMinute.put(window.machineId(), counted);
        if (before != null) {
            ofShift.merge(key(before), before, ResidualCell::minus);
        }
        ofShift.merge(key(counted), counted, ResidualCell::plus);
        cells.put(startMs, ofShift);
        windows.put(window.start().toEpochMilli(), ofMinute);
        context.timerService().registerEventTimeTimer(forgottenAt(window.start().toEpochMilli()));
        context.timerService().registerEventTimeTimer(closesAt(times, startMs));
    }

    private boolean isKnownTruck(FuelWindow window) {
        return window.kind() == EquipmentKind.HAULTRUCK
                && mines.mine(window.site())
                        .flatMap(mine -> mine.truck(window.machineId()))
                        .isPresent();
    }

    private static ResidualCell cell(ScoredWindow scored, long shiftMs) {
        FuelWindow window = scored.window();
        return new ResidualCell(
                window.machineId(),
                window.operatorId() == null ? "" : window.operatorId(),
                Instant.ofEpochMilli(shiftMs),
                window.coveredS() / 3_600,
                window.fuelL(),
                scored.expectedL());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ConsumptionCells> out)
            throws Exception {
        String site = context.getCurrentKey();
        ShiftTimes times = shifts.get(site);
        windows.remove(timestamp - latenessMs - 2 * MARGIN_MS);
        if (times == null) {
            return;
        }
        long startMs = times.startMs(Instant.ofEpochMilli(timestamp - latenessMs - MARGIN_MS - 1));
        if (closesAt(times, startMs) == timestamp) {
            sumUp(site, times, startMs, out);
        }
    }

    private void sumUp(
            String site, ShiftTimes times, long newestMs, Collector<ConsumptionCells> out)
            throws Exception {
        long oldestMs = newestMs - (settings.rankedShifts() - 1L) * times.lengthMs();
        List<ResidualCell> known = new ArrayList<>();
        List<Long> forgotten = new ArrayList<>();
        for (Map.Entry<Long, Map<String, ResidualCell>> shift : cells.entries()) {
            if (shift.getKey() < oldestMs) {
                forgotten.add(shift.getKey());
            } else if (shift.getKey() <= newestMs) {
                known.addAll(shift.getValue().values());
            }
        }
        for (Long shift : forgotten) {
            cells.remove(shift);
        }
        out.collect(
                new ConsumptionCells(
                        site, Instant.ofEpochMilli(newestMs + times.lengthMs()), known));
    }

    private long closesAt(ShiftTimes times, long startMs) {
        return startMs + times.lengthMs() + latenessMs + MARGIN_MS;
    }

    private long forgottenAt(long windowMs) {
        return windowMs + latenessMs + 2 * MARGIN_MS;
    }

    private static String key(ResidualCell cell) {
        return cell.machineId() + "/" + cell.operatorId();
    }

    private static Map<String, ResidualCell> copy(Map<String, ResidualCell> known) {
        return known == null ? new HashMap<>() : new HashMap<>(known);
    }
}
