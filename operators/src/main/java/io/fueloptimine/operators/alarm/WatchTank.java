package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmDelay;
import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.TankBalance;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.TruckClass;
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
 * Raises FUEL_LEAK when the tank level decreases by more than the fuel burnt, over a period with
 * the engine on. The levels at the start and at the end of the period are means of several minutes,
 * which reduces the effect of sloshing fuel. A refuelling or a stop begins a new period. {@link
 * FuelTheft} handles a decrease with the engine off. State expires after a day without minutes of
 * the machine.
 */
final class WatchTank extends KeyedProcessFunction<String, MachineMinute, AlarmSignal> {

    private final MineSites mines;
    private final AlarmSettings settings;
    private transient ValueState<TankBalance> balance;

    WatchTank(MineSites mines, AlarmSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<TankBalance> descriptor =
                new ValueStateDescriptor<>("tank-balance", Types.POJO(TankBalance.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(1)).build());
        balance = getRuntimeContext().getState(descriptor);
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
        TankBalance before = balance.value() == null ? TankBalance.EMPTY : balance.value();
        if (minute.engineOnShare() == 0) {
            balance.update(TankBalance.EMPTY.with(before.delay()));
            return;
        }
        TankBalance now = before.with(minute, settings.leakSpanMin());
        balance.update(now.with(evaluate(minute, now, tankL, out)));
    }

    private AlarmDelay evaluate(
            MachineMinute minute, TankBalance now, double tankL, Collector<AlarmSignal> out) {
        double excessPct = now.excessPct(tankL);
        if (Double.isNaN(excessPct)) {
            return now.delay();
        }
        boolean bad = excessPct >= settings.leakExcessPct();
        boolean good = excessPct < settings.leakExcessPct() / 2;
        AlarmDelay delay =
                now.delay().next(bad, good, settings.leakDwellMin(), settings.clearMin());
        double excessL = excessPct / 100 * tankL;
        String message =
                String.format(Locale.ROOT, "Tank lost %.0f L more than the engine burnt", excessL);
        if (delay.raised() && bad) {
            Map<String, Double> evidence = Map.of("excessL", excessL, "tankL", tankL);
            out.collect(
                    AlarmSignal.present(
                            minute, AlertType.FUEL_LEAK, Severity.CRITICAL, message, evidence));
        } else if (now.delay().raised() && !delay.raised()) {
            out.collect(AlarmSignal.gone(minute, AlertType.FUEL_LEAK, message));
        }
        return delay;
    }
}
