package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.AssignmentState;
import io.fueloptimine.models.dispatch.FleetState;
import io.fueloptimine.models.dispatch.LoadingTimeMean;
import io.fueloptimine.models.dispatch.PlanRequest;
import io.fueloptimine.models.dispatch.PlanTiming;
import io.fueloptimine.models.dispatch.PlannedFleet;
import io.fueloptimine.models.dispatch.TruckReport;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                PlanRequest.class,
                PlannedFleet.class,
                PlanTiming.class,
                FleetState.class,
                TruckReport.class,
                LoadingTimeMean.class,
                AssignmentState.class
            })
    void travelAndRestAsPojosWithoutKryo(Class<?> type) {
        SerializerConfigImpl noGenericTypes = new SerializerConfigImpl();
        noGenericTypes.setGenericTypes(false);
        TypeInformation<?> info = TypeInformation.of(type);

        assertThat(info).isInstanceOf(PojoTypeInfo.class);
        assertThat(info.createSerializer(noGenericTypes)).isNotNull();
    }
}
