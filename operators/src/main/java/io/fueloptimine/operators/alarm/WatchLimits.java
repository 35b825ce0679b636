package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.Dwell;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.AlertType;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Severity;
import io.fueloptimine.models.mine.TruckClass;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Low fuel and overload: one figure against two limits, with dwell and hysteresis. A machine has
 * state only while a figure is bad or its alarm is open; that is not forgotten, for nobody else
 * would clear the alarm.
 */
final class WatchLimits extends KeyedProcessFunction<String, MachineMinute, AlarmSignal> {

    private final MineSites mines;
    private final AlarmSettings settings;
    private transient MapState<AlertType, Dwell> dwells;

    WatchLimits(MineSites mines, AlarmSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        dwells =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "dwells",
                                        Types.ENUM(AlertType.class),
                                        Types.POJO(Dwell.class)));
    }

    @Override
    public void processElement(MachineMinute minute, Context context, Collector<AlarmSignal> out)
            throws Exception {
        watchFuel(minute, out);
        watchPayload(minute, out);
    }

    private void watchFuel(MachineMinute minute, Collector<AlarmSignal> out) throws Exception {
        if (minute.fuelLevelPct() == null) {
            return;
        }
        double levelPct = minute.fuelLevelPct();
        boolean low = levelPct < settings.lowFuelPct();
        boolean full = levelPct >= settings.refuelledPct();
        boolean critical = levelPct < settings.criticalFuelPct();
        AlarmSignal signal =
                AlarmSignal.present(
                        minute,
                        AlertType.LOW_FUEL,
                        critical ? Severity.CRITICAL : Severity.WARNING,
                        String.format(Locale.ROOT, "Tank at %.1f %%", levelPct),
                        Map.of("levelPct", levelPct));
        step(minute, signal, low, full, settings.lowFuelDwellMin(), out);
    }

    private void watchPayload(MachineMinute minute, Collector<AlarmSignal> out) throws Exception {
        Double nominalT =
                mines.truckClass(minute.site(), minute.equipmentClass())
                        .map(TruckClass::payloadT)
                        .orElse(null);
        if (nominalT == null || minute.payloadT() == null) {
            return;
        }
        double share = minute.payloadT() / nominalT;
        boolean hauling = minute.in(ProductionState.HAULING);
        boolean critical = share > settings.overloadCriticalShare();
        AlarmSignal signal =
                AlarmSignal.present(
                        minute,
                        AlertType.OVERLOAD,
                        critical ? Severity.CRITICAL : Severity.WARNING,
                        String.format(
                                Locale.ROOT,
                                "%.0f t on the body, %.0f %% of nominal",
                                minute.payloadT(),
                                share * 100),
                        Map.of("payloadT", minute.payloadT(), "nominalT", nominalT));
        boolean over = hauling && share > settings.overloadShare();
        boolean unloaded =
                !minute.in(
                        ProductionState.HAULING, ProductionState.DUMPING, ProductionState.QUEUED);
        step(minute, signal, over, unloaded, settings.overloadDwellMin(), out);
    }

    private void step(
            MachineMinute minute,
            AlarmSignal signal,
            boolean bad,
            boolean good,
            int dwellMin,
            Collector<AlarmSignal> out)
            throws Exception {
        Dwell before = dwells.get(signal.type());
        before = before == null ? Dwell.NONE : before;
        Dwell now = before.next(bad, good, dwellMin, settings.clearMin());
        if (now.raised() && bad) {
            out.collect(signal);
        } else if (before.raised() && !now.raised()) {
            out.collect(AlarmSignal.gone(minute, signal.type(), signal.message()));
        }
        if (now.raised() || bad) {
            dwells.put(signal.type(), now);
        } else {
            dwells.remove(signal.type());
        }
    }
}
