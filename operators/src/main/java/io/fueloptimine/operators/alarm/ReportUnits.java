package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.rule.UnitActivity;
import io.fueloptimine.models.alarm.rule.UnitEvent;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Reports what a minute of a machine says about a loading unit: the unit itself hangs or works, a
 * truck waits at it, or a truck has left it with a load. The load is the mean payload of the first
 * minute in which the truck only hauled, so that the scale has settled. Key the stream by machine.
 *
 * <p>State of a truck: the unit that loads it, from its arrival at the unit until its load is
 * reported; expires after a day.
 */
final class ReportUnits extends KeyedProcessFunction<String, MachineMinute, UnitEvent> {

    private static final long serialVersionUID = 1L;

    private static final Duration RETENTION = Duration.ofDays(1);

    private final MineSites mines;
    private transient ValueState<String> loadingUnit;

    ReportUnits(MineSites mines) {
        this.mines = mines;
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<String> descriptor =
                new ValueStateDescriptor<>("loading-unit", Types.STRING);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        loadingUnit = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(MachineMinute minute, Context context, Collector<UnitEvent> out)
            throws Exception {
        if (minute.kind() == EquipmentKind.SHOVEL) {
            reportUnit(minute, out);
        } else if (minute.kind() == EquipmentKind.HAULTRUCK) {
            reportTruck(minute, out);
        }
    }

    private static void reportUnit(MachineMinute minute, Collector<UnitEvent> out) {
        if (minute.in(ProductionState.QUEUED)) {
            out.collect(event(minute, minute.machineId(), UnitActivity.HANG, Double.NaN));
        } else if (minute.in(
                ProductionState.LOADING, ProductionState.SPOTTING, ProductionState.DRIVING)) {
            out.collect(event(minute, minute.machineId(), UnitActivity.WORK, Double.NaN));
        }
    }

    private void reportTruck(MachineMinute minute, Collector<UnitEvent> out) throws Exception {
        String unitId = minute.work().loadingUnitId();
        if (unitId != null) {
            loadingUnit.update(unitId);
            if (minute.in(ProductionState.QUEUED)) {
                out.collect(event(minute, unitId, UnitActivity.QUEUE, Double.NaN));
            }
            return;
        }
        String loadedBy = loadingUnit.value();
        boolean hauls = minute.in(ProductionState.HAULING) && minute.work().changedTo() == null;
        if (loadedBy != null && hauls) {
            loadingUnit.clear();
            reportLoad(minute, loadedBy, out);
        }
    }

    private void reportLoad(MachineMinute minute, String unitId, Collector<UnitEvent> out) {
        if (minute.payloadT() != null) {
            mines.truckClass(minute.site(), minute.equipmentClass())
                    .map(TruckClass::payloadT)
                    .ifPresent(
                            nominalT ->
                                    out.collect(
                                            event(
                                                    minute,
                                                    unitId,
                                                    UnitActivity.LOAD,
                                                    minute.payloadT() / nominalT)));
        }
    }

    private static UnitEvent event(
            MachineMinute minute, String unitId, UnitActivity activity, double loadShare) {
        return new UnitEvent(
                minute.site(),
                unitId,
                activity == UnitActivity.LOAD ? minute.machineId() : null,
                minute.end(),
                activity,
                loadShare);
    }
}
