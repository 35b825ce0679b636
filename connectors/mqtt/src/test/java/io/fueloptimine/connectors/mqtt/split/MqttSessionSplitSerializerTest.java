package io.fueloptimine.connectors.mqtt.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class MqttSessionSplitSerializerTest {

    private final MqttSessionSplitSerializer serializer = new MqttSessionSplitSerializer();

    @Test
    void roundTripsASplit() throws IOException {
        MqttSessionSplit split = new MqttSessionSplit("ingest-añejo", 17, true);

        byte[] bytes = serializer.serialize(split);

        assertThat(serializer.deserialize(serializer.getVersion(), bytes)).isEqualTo(split);
    }

    @Test
    void readsVersion1() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(16);
        out.writeUTF("ingest");
        out.writeInt(3);

        assertThat(serializer.deserialize(1, out.getCopyOfBuffer()))
                .isEqualTo(new MqttSessionSplit("ingest", 3, true));
    }

    @Test
    void refusesUnknownVersions() {
        assertThatThrownBy(() -> serializer.deserialize(3, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("3");
    }
}
