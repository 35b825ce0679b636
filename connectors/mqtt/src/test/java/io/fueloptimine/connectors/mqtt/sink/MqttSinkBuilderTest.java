package io.fueloptimine.connectors.mqtt.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.function.SerializableFunction;
import org.junit.jupiter.api.Test;

class MqttSinkBuilderTest {

    private static final SerializableFunction<String, OutgoingMessage> MESSAGES =
            text -> new OutgoingMessage("t", text.getBytes(), false, null);

    @Test
    void requiresAClientIdAndIsSerializable() throws Exception {
        MqttSink<String> sink =
                MqttSink.builder(MESSAGES).broker("broker", 1883).clientId("cabs").build();

        assertThat(InstantiationUtil.clone(sink)).isNotNull();
    }

    @Test
    void listsEveryFaultWithItsOption() {
        Configuration options = new Configuration();
        options.set(MqttConnectionOptions.PORT, 0);
        options.set(MqttConnectionOptions.PASSWORD_FILE, "/secrets/mqtt");

        assertThatThrownBy(
                        () ->
                                MqttSink.builder(MESSAGES)
                                        .options(options)
                                        .maxInFlight(0)
                                        .backoff(Duration.ofSeconds(2), Duration.ofSeconds(1))
                                        .build())
                .isInstanceOf(InvalidMqttSinkException.class)
                .hasMessageContaining("mqtt.port")
                .hasMessageContaining("mqtt.password-file is given without mqtt.username")
                .hasMessageContaining("mqtt.sink.client-id")
                .hasMessageContaining("mqtt.sink.max-in-flight")
                .hasMessageContaining("mqtt.sink.max-backoff");
    }

    @Test
    void documentsEveryOption() throws Exception {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(MqttSinkOptions.OWN)
                .allSatisfy(option -> assertThat(readme).contains("`" + option.key() + "`"));
    }
}
