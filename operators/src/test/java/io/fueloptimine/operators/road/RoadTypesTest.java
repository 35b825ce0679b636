package io.fueloptimine.operators.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.price.PricedRoad;
import io.fueloptimine.models.dispatch.road.RoadPass;
import io.fueloptimine.models.dispatch.road.RoadTrail;
import io.fueloptimine.models.dispatch.road.TrailPoint;
import io.fueloptimine.models.mine.road.RoadExcess;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoadTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                RoadTrail.class,
                TrailPoint.class,
                RoadPass.class,
                RoadExcess.class,
                PricedRoad.class
            })
    void travelAndRestAsPojosWithoutKryo(Class<?> type) {
        SerializerConfigImpl noGenericTypes = new SerializerConfigImpl();
        noGenericTypes.setGenericTypes(false);
        TypeInformation<?> info = TypeInformation.of(type);

        assertThat(info).isInstanceOf(PojoTypeInfo.class);
        assertThat(info.createSerializer(noGenericTypes)).isNotNull();
    }
}
