package io.fueloptimine.connectors.sparkplug.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTypesTest {

    @ParameterizedTest
    @ValueSource(classes = {NodeSession.class, DeviceSession.class, MetricHistory.class})
    void needNoKryo(Class<?> type) {
        assertThat(serializer(type)).isInstanceOf(PojoSerializer.class);
    }

    @Test
    void roundTrip() throws Exception {
        DeviceSession session = new DeviceSession();
        MetricName speed = MetricName.of("speedKph");
        session.startSession(
                false,
                Map.of(4L, "speedKph"),
                List.of(new ResolvedMetric("speedKph", speed, 5, false, 10, "1.5")));
        session.kind = "haultruck";
        TypeSerializer<DeviceSession> serializer = serializer(DeviceSession.class);
        DataOutputSerializer out = new DataOutputSerializer(512);
        serializer.serialize(session, out);

        DeviceSession back =
                serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(back).usingRecursiveComparison().isEqualTo(session);
    }

    private static <T> TypeSerializer<T> serializer(Class<T> type) {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        return TypeInformation.of(type).createSerializer(config);
    }
}
