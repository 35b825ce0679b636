package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmDelay;
import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises LOW_FUEL and OVERLOAD. A value is compared with a warning limit and a critical limit, with
 * on-delay, off-delay and hysteresis. State exists only while a value is beyond a limit or an alarm
 * is raised, and expires after 90 days without data of the machine ({@link AlarmMemory}).
 */
final class WatchLimits extends KeyedProcessFunction<String, MachineMinute, AlarmSignal> {

    private final MineSites mines;
    private final AlarmSettings settings;
    private transient MapState<AlertType, AlarmDelay> delays;

    WatchLimits(MineSites mines, AlarmSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        delays =
                getRuntimeContext()
                        .getMapState(
                                AlarmMemory.expiring(
                                        new MapStateDescriptor<>(
                                                "delays",
                                                Types.ENUM(AlertType.class),
                                                Types.POJO(AlarmDelay.class))));
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
                        String.format(Locale.ROOT, "Tank level %.1f %%", levelPct),
                        Map.of("levelPct", levelPct, "limit", settings.lowFuelPct()));
        update(minute, signal, low, full, settings.lowFuelDwellMin(), out);
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
                                "Payload %.0f t, %.0f %% of nominal",
                                minute.payloadT(),
                                share * 100),
                        Map.of("payloadT", minute.payloadT(), "nominalT", nominalT));
        boolean over = hauling && share > settings.overloadShare();
        boolean unloaded =
                !minute.in(
                        ProductionState.HAULING, ProductionState.DUMPING, ProductionState.QUEUED);
        update(minute, signal, over, unloaded, settings.overloadDwellMin(), out);
    }

    private void update(
            MachineMinute minute,
            AlarmSignal signal,
            boolean bad,
            boolean good,
            int raiseMin,
            Collector<AlarmSignal> out)
            throws Exception {
        AlarmDelay before = delays.get(signal.type());
        before = before == null ? AlarmDelay.NONE : before;
        AlarmDelay now = before.next(bad, good, raiseMin, settings.clearMin());
        if (now.raised() && bad) {
            out.collect(signal);
        } else if (before.raised() && !now.raised()) {
            out.collect(AlarmSignal.gone(minute, signal.type(), signal.message()));
        }
        if (now.raised() || bad) {
            delays.put(signal.type(), now);
        } else {
            delays.remove(signal.type());
        }
    }
}
