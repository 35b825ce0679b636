package io.fueloptimine.connectors.sparkplug.session;

import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.number;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.withAlias;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import java.util.List;
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
        SparkplugPayload birth =
                new SparkplugPayload(null, 0L, List.of(withAlias(4, number("speedKph", 5, 1.5))));
        session.startSession(false, BirthMetrics.of(birth), new Readings(unused -> {}, List.of()));
        session.isMissing("payloadT");
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
