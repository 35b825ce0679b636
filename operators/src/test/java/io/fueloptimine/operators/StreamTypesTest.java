package io.fueloptimine.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.cycle.CycleBuilder;
import io.fueloptimine.models.cycle.CycleEvent;
import io.fueloptimine.models.dispatch.idle.TruckWait;
import io.fueloptimine.models.dispatch.ledger.Baseline;
import io.fueloptimine.models.dispatch.ledger.ShiftWork;
import io.fueloptimine.models.dispatch.outlier.ResidualCell;
import io.fueloptimine.models.dispatch.payload.UnitLoad;
import io.fueloptimine.models.dispatch.payload.UnitOperators;
import io.fueloptimine.models.fuel.FuelWindowAccumulator;
import io.fueloptimine.models.message.DecodedMessage;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import io.fueloptimine.models.mine.advice.PayloadAdvice;
import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerShift;
import io.fueloptimine.models.quality.clock.ClockJump;
import io.fueloptimine.models.quality.hour.HourCounts;
import io.fueloptimine.models.quality.sequence.StreamMemory;
import io.fueloptimine.models.quality.suite.MachineRuleState;
import io.fueloptimine.models.quality.window.LastReading;
import io.fueloptimine.models.quality.window.WindowStatistics;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                RawMessage.class,
                DecodedMessage.class,
                Reading.class,
                QualityRecord.class,
                HaulCycle.class,
                FuelWindow.class,
                ScoredWindow.class,
                StreamMemory.class,
                MachineRuleState.class,
                SuiteUpdate.class,
                CycleBuilder.class,
                CycleEvent.class,
                FuelWindowAccumulator.class,
                QualityHour.class,
                HourCounts.class,
                ClockJump.class,
                WindowStatistics.class,
                LastReading.class,
                ShiftWork.class,
                Baseline.class,
                LedgerShift.class,
                FuelSaving.class,
                ShutdownAdvice.class,
                PayloadAdvice.class,
                ConsumptionOutlier.class,
                TruckWait.class,
                UnitLoad.class,
                UnitOperators.class,
                ResidualCell.class
            })
    void needNoGenericSerializer(Class<?> type) {
        assertThat(serializer(type)).isInstanceOf(PojoSerializer.class);
    }

    @Test
    void survivesARoundTripWithItsNulls() throws Exception {
        Reading reading = SampleReadings.telemetry("A", 3, SampleReadings.START);
        TypeSerializer<Reading> serializer = serializer(Reading.class);
        DataOutputSerializer out = new DataOutputSerializer(512);
        serializer.serialize(reading, out);

        Reading back = serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(back).isEqualTo(reading);
    }

    private static <T> TypeSerializer<T> serializer(Class<T> type) {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        return TypeInformation.of(type).createSerializer(config);
    }
}
