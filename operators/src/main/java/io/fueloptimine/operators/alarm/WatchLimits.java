package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmDelay;
import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.PatternSettings;
import io.fueloptimine.models.alarm.rule.FuelReserve;
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
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises LOW_FUEL for the hours that the fuel lasts, and OVERLOAD for a single load far above the
 * nominal payload; {@link WatchUnits} judges the loads of a shift. The level of a tank of unknown
 * size is compared with limits in percent. Each limit has an on-delay, an off-delay and hysteresis.
 * State of an alarm exists only while a value is beyond a limit or an alarm is raised, and expires
 * after 90 days without data of the machine ({@link AlarmMemory}).
 */
final class WatchLimits extends KeyedProcessFunction<String, MachineMinute, AlarmSignal> {

    private final MineSites mines;
    private final AlarmSettings settings;
    private transient MapState<AlertType, AlarmDelay> delays;
    private transient ValueState<FuelReserve> reserve;

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
        reserve =
                getRuntimeContext()
                        .getState(
                                AlarmMemory.expiring(
                                        new ValueStateDescriptor<>(
                                                "fuel-reserve", Types.POJO(FuelReserve.class))));
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
        double hours = hours(minute);
        boolean known = !Double.isNaN(hours);
        PatternSettings limits = settings.patterns();
        boolean low = known ? hours < limits.lowFuelHours() : levelPct < settings.lowFuelPct();
        boolean critical =
                known ? hours < limits.criticalFuelHours() : levelPct < settings.criticalFuelPct();
        AlarmSignal signal =
                AlarmSignal.present(
                        minute,
                        AlertType.LOW_FUEL,
                        critical ? Severity.CRITICAL : Severity.WARNING,
                        message(levelPct, hours),
                        known
                                ? Map.of(
                                        "levelPct",
                                        levelPct,
                                        "hoursLeft",
                                        hours,
                                        "limitHours",
                                        limits.lowFuelHours())
                                : Map.of("levelPct", levelPct, "limit", settings.lowFuelPct()));
        signal = known ? signal.withText("hours", Map.of()) : signal;
        boolean full = levelPct >= settings.refuelledPct();
        update(minute, signal, low, full && !low, settings.lowFuelDwellMin(), out);
    }

    private static String message(double levelPct, double hours) {
        return Double.isNaN(hours)
                ? String.format(Locale.ROOT, "Tank level %.1f %%", levelPct)
                : String.format(
                        Locale.ROOT,
                        "Fuel for %.1f h of work, tank level %.1f %%",
                        hours,
                        levelPct);
    }

    /** How long the fuel lasts, h; NaN for a machine whose tank or fuel rate is not known. */
    private double hours(MachineMinute minute) throws Exception {
        FuelReserve before = reserve.value() == null ? FuelReserve.NONE : reserve.value();
        FuelReserve now = before.after(minute);
        if (!now.equals(before)) {
            reserve.update(now);
        }
        return mines.truckClass(minute.site(), minute.equipmentClass())
                .map(of -> now.hours(minute.fuelLevelPct(), of.tankL(), of.idleLph()))
                .orElse(Double.NaN);
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
        AlarmSignal signal =
                AlarmSignal.present(
                        minute,
                        AlertType.OVERLOAD,
                        Severity.CRITICAL,
                        String.format(
                                Locale.ROOT,
                                "Payload %.0f t, %.0f %% of nominal, allowed are %.0f %%",
                                minute.payloadT(),
                                share * 100,
                                settings.overloadCriticalShare() * 100),
                        Map.of("payloadT", minute.payloadT(), "nominalT", nominalT));
        boolean over =
                minute.in(ProductionState.HAULING) && share > settings.overloadCriticalShare();
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
