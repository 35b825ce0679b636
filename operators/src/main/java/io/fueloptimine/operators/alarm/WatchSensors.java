package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.RepeatedValue;
import io.fueloptimine.models.alarm.TelemetrySignal;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises STUCK_SENSOR when a signal is constant for several minutes while the machine works and its
 * other signals change. Only signals that always vary during work are checked; minutes without work
 * are ignored.
 *
 * <p>State: the constant signals, which expire after a month, and whether the alarm is raised. The
 * raised alarm expires after 90 days without data of the machine ({@link AlarmMemory}).
 */
final class WatchSensors extends KeyedProcessFunction<String, MachineMinute, AlarmSignal> {

    /**
     * Signals that always vary while a truck drives. Engine load is not in the list, because it
     * stays at 100 % on a long ramp.
     */
    private static final List<TelemetrySignal> VARYING_WHILE_DRIVING =
            List.of(
                    TelemetrySignal.FUEL_RATE,
                    TelemetrySignal.FUEL_USED,
                    TelemetrySignal.ENGINE_RPM,
                    TelemetrySignal.SPEED);

    /**
     * Signals that always vary while a machine other than a truck works. Engine speed is not in the
     * list, because the operator sets it by hand.
     */
    private static final List<TelemetrySignal> VARYING_AT_WORK =
            List.of(
                    TelemetrySignal.FUEL_RATE,
                    TelemetrySignal.FUEL_USED,
                    TelemetrySignal.VIBRATION);

    private static final Duration RETENTION = Duration.ofDays(30);

    private final AlarmSettings settings;
    private transient MapState<String, RepeatedValue> repeats;
    private transient ValueState<Boolean> raised;

    WatchSensors(AlarmSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        MapStateDescriptor<String, RepeatedValue> descriptor =
                new MapStateDescriptor<>("repeats", Types.STRING, Types.POJO(RepeatedValue.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        repeats = getRuntimeContext().getMapState(descriptor);
        raised =
                getRuntimeContext()
                        .getState(
                                AlarmMemory.expiring(
                                        new ValueStateDescriptor<>("stuck-raised", Types.BOOLEAN)));
    }

    @Override
    public void processElement(MachineMinute minute, Context context, Collector<AlarmSignal> out)
            throws Exception {
        if (!isWorking(minute)) {
            return;
        }
        boolean truck = minute.kind() == EquipmentKind.HAULTRUCK;
        for (TelemetrySignal signal : truck ? VARYING_WHILE_DRIVING : VARYING_AT_WORK) {
            count(signal.field(), minute.repeatedValues().get(signal.field()));
        }
        Optional<Map.Entry<String, RepeatedValue>> stuck = longest();
        if (stuck.isPresent()) {
            raised.update(true);
            out.collect(present(minute, stuck.get().getKey(), stuck.get().getValue()));
        } else if (raised.value() != null) {
            raised.clear();
            out.collect(AlarmSignal.gone(minute, AlertType.STUCK_SENSOR, "Signals vary again"));
        }
    }

    private boolean isWorking(MachineMinute minute) {
        boolean positionConstant =
                minute.repeatedValues().containsKey(TelemetrySignal.EASTING.field())
                        && minute.repeatedValues().containsKey(TelemetrySignal.NORTHING.field());
        return !positionConstant
                && minute.engineOnShare() == 1
                && minute.movingSignals() >= settings.stuckOthersMoving()
                && minute.in(ProductionState.DRIVING, ProductionState.HAULING);
    }

    private void count(String field, Double value) throws Exception {
        RepeatedValue before = repeats.get(field);
        if (value == null) {
            if (before != null) {
                repeats.remove(field);
            }
            return;
        }
        boolean same = before != null && before.value() == value;
        repeats.put(field, new RepeatedValue(value, same ? before.minutes() + 1 : 1));
    }

    private Optional<Map.Entry<String, RepeatedValue>> longest() throws Exception {
        Map.Entry<String, RepeatedValue> found = null;
        Comparator<Map.Entry<String, RepeatedValue>> order =
                Comparator.<Map.Entry<String, RepeatedValue>>comparingInt(
                                e -> e.getValue().minutes())
                        .thenComparing(Map.Entry::getKey);
        for (Map.Entry<String, RepeatedValue> entry : repeats.entries()) {
            if (entry.getValue().minutes() >= settings.stuckMin()
                    && (found == null || order.compare(entry, found) > 0)) {
                found = Map.entry(entry.getKey(), entry.getValue());
            }
        }
        return Optional.ofNullable(found);
    }

    private static AlarmSignal present(MachineMinute minute, String field, RepeatedValue repeat) {
        String message =
                field
                        + " constant at "
                        + repeat.value()
                        + " for "
                        + repeat.minutes()
                        + " min of work";
        return AlarmSignal.present(
                        minute,
                        AlertType.STUCK_SENSOR,
                        Severity.WARNING,
                        message,
                        Map.of("value", repeat.value(), "workingMin", (double) repeat.minutes()))
                .withWords(Map.of("signal", field));
    }
}
