package io.fueloptimine.operators.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.Activity;
import io.fueloptimine.models.alarm.AlarmDelay;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.BadDataState;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.MinuteStatistics;
import io.fueloptimine.models.alarm.MinuteWork;
import io.fueloptimine.models.alarm.PendingSignals;
import io.fueloptimine.models.alarm.RepeatedValue;
import io.fueloptimine.models.alarm.SimilarTrucks;
import io.fueloptimine.models.alarm.lifecycle.AlarmLife;
import io.fueloptimine.models.alarm.rule.FuelReserve;
import io.fueloptimine.models.alarm.rule.PlannedUnits;
import io.fueloptimine.models.alarm.rule.ShiftLoads;
import io.fueloptimine.models.alarm.rule.UnitEvent;
import io.fueloptimine.models.alarm.rule.UnitHistory;
import io.fueloptimine.models.alarm.rule.UnitMinutes;
import io.fueloptimine.models.alarm.tank.TankState;
import io.fueloptimine.models.drift.AdwinState;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.TankEvent;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.operators.drift.SiteDriftState;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                MachineMinute.class,
                MinuteWork.class,
                Activity.class,
                FuelReserve.class,
                UnitEvent.class,
                UnitHistory.class,
                UnitMinutes.class,
                ShiftLoads.class,
                PlannedUnits.class,
                DispatchPlan.class,
                MinuteStatistics.class,
                AlarmSignal.class,
                PendingSignals.class,
                AlarmLife.class,
                MinuteOrCommand.class,
                SimilarTrucks.class,
                TankInput.class,
                TankState.class,
                TankEvent.class,
                FuelReconciliation.class,
                RepeatedValue.class,
                AlarmDelay.class,
                BadDataState.class,
                Alert.class,
                ReportedSignal.class,
                SiteDriftState.class,
                AdwinState.class
            })
    void needNoGenericSerializer(Class<?> type) {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        assertThat(TypeInformation.of(type).createSerializer(config))
                .isInstanceOf(PojoSerializer.class);
    }
}
