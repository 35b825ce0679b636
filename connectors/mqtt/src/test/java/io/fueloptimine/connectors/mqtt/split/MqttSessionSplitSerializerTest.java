package io.fueloptimine.connectors.mqtt.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MqttSessionSplitSerializerTest {

    private final MqttSessionSplitSerializer serializer = new MqttSessionSplitSerializer();

    @Test
    void bringsBackWhatItWrote() throws IOException {
        MqttSessionSplit split = new MqttSessionSplit("ingest-añejo", 17);

        byte[] bytes = serializer.serialize(split);

        assertThat(serializer.deserialize(serializer.getVersion(), bytes)).isEqualTo(split);
    }

    @Test
    void refusesAVersionItDoesNotKnow() {
        assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2");
    }
}
