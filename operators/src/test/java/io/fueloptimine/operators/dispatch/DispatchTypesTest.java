package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.assignment.AssignmentState;
import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.LoadingTimeMean;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlanTiming;
import io.fueloptimine.models.dispatch.price.MachineRatio;
import io.fueloptimine.models.dispatch.site.SiteState;
import io.fueloptimine.models.dispatch.targets.SiteTargets;
import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
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
                PriceEvidence.class,
                MachineRatio.class,
                SiteInput.class,
                SiteState.class,
                SiteTargets.class,
                DispatchTarget.class,
                TargetAnswer.class,
                PlanTiming.class,
                FleetState.class,
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
