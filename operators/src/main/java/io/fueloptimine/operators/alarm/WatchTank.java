package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.Dwell;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.TankHistory;
import io.fueloptimine.models.mine.AlertType;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.Severity;
import io.fueloptimine.models.mine.TruckClass;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * A leaking tank: over a span of work, the level falls by more than the engine burnt. Both ends of
 * the span are averages of several minutes, so that slosh does not count, and a filling or a stop
 * begins the span anew. What leaves the tank while the engine is off is {@link FuelTheft}'s.
 */
final class WatchTank extends KeyedProcessFunction<String, MachineMinute, AlarmSignal> {

    private final MineSites mines;
    private final AlarmSettings settings;
    private transient ValueState<TankHistory> history;

    WatchTank(MineSites mines, AlarmSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<TankHistory> descriptor =
                new ValueStateDescriptor<>("tank-history", Types.POJO(TankHistory.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(1)).build());
        history = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(MachineMinute minute, Context context, Collector<AlarmSignal> out)
            throws Exception {
        Double tankL =
                mines.truckClass(minute.site(), minute.equipmentClass())
                        .map(TruckClass::tankL)
                        .orElse(null);
        if (tankL == null || minute.fuelLevelPct() == null) {
            return;
        }
        TankHistory before = history.value() == null ? TankHistory.EMPTY : history.value();
        if (minute.engineOnShare() == 0) {
            history.update(TankHistory.EMPTY.with(before.dwell()));
            return;
        }
        TankHistory now = before.with(minute, settings.leakSpanMin());
        history.update(now.with(judge(minute, now, tankL, out)));
    }

    private Dwell judge(
            MachineMinute minute, TankHistory now, double tankL, Collector<AlarmSignal> out) {
        double excessPct = now.excessPct(tankL);
        if (Double.isNaN(excessPct)) {
            return now.dwell();
        }
        boolean bad = excessPct >= settings.leakExcessPct();
        boolean good = excessPct < settings.leakExcessPct() / 2;
        Dwell dwell = now.dwell().next(bad, good, settings.leakDwellMin(), settings.clearMin());
        double excessL = excessPct / 100 * tankL;
        String message =
                String.format(Locale.ROOT, "%.0f L left the tank beyond the burn", excessL);
        if (dwell.raised() && bad) {
            Map<String, Double> evidence = Map.of("excessL", excessL, "tankL", tankL);
            out.collect(
                    AlarmSignal.present(
                            minute, AlertType.FUEL_LEAK, Severity.CRITICAL, message, evidence));
        } else if (now.dwell().raised() && !dwell.raised()) {
            out.collect(AlarmSignal.gone(minute, AlertType.FUEL_LEAK, message));
        }
        return dwell;
    }
}
